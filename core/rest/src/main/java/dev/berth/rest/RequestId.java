package dev.berth.rest;

import java.util.UUID;
import java.util.regex.Pattern;

/** Names requests. */
final class RequestId {

    static final String HEADER = "X-Request-Id";

    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    /** Returns {@code proposed} where that is sane, else a new one. */
    static String of(String proposed) {
        return SANE.matcher(proposed).matches() ? proposed : UUID.randomUUID().toString();
    }
}
