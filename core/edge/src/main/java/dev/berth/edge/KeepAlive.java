package dev.berth.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** For how long a connection may rest so that the instance does not close it under a request. */
final class KeepAlive {

    /** Below the 5 seconds after which common servers close. */
    static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(4);

    private static final CharSequence NAME = HttpHeaders.createOptimized("Keep-Alive");
    private static final Pattern TIMEOUT = Pattern.compile("timeout=(\\d{1,9})(?!\\d)");
    private static final long MARGIN_NANOS = TimeUnit.SECONDS.toNanos(1);

    private KeepAlive() {}

    /** Returns a second less than an answer with these headers says, but not longer than ever. */
    static long nanos(MultiMap headers) {
        String said = headers.get(NAME);
        return said == null ? LONGEST_NANOS : nanos(said);
    }

    private static long nanos(String said) {
        Matcher timeout = TIMEOUT.matcher(said);
        if (!timeout.find()) {
            return LONGEST_NANOS;
        }
        long nanos = TimeUnit.SECONDS.toNanos(Long.parseLong(timeout.group(1))) - MARGIN_NANOS;
        return Math.min(nanos, LONGEST_NANOS);
    }
}
