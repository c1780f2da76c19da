package dev.berth.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Copies heads: without what concerns one connection only, and without what a client may not say.
 */
final class Heads {

    private static final Set<String> USUAL = Set.of("keep-alive", "close", "upgrade");
    private static final Set<String> NEVER_NAMED = Set.of("content-length", "content-type", "host");
    private static final CharSequence FORWARDED_FOR =
            HttpHeaders.createOptimized("X-Forwarded-For");
    private static final CharSequence FORWARDED_PROTO =
            HttpHeaders.createOptimized("X-Forwarded-Proto");
    private static final CharSequence FORWARDED_HOST =
            HttpHeaders.createOptimized("X-Forwarded-Host");
    private static final CharSequence HTTP = HttpHeaders.createOptimized("http");

    private static final String EVENTS = "text/event-stream";

    private Heads() {}

    static void copyRequest(
            HttpServerRequest from, RequestTarget target, Instance instance, MultiMap to) {
        Set<String> named = named(from.headers());
        for (Map.Entry<String, String> header : from.headers()) {
            String name = header.getKey();
            if (!ownedByEdge(name) && !hopByHop(name, named)) {
                to.add(name, header.getValue());
            }
        }
        if (from.version() == HttpVersion.HTTP_2) {
            joinCookies(to);
        }
        to.set(HttpHeaders.HOST, target.authority());
        to.set(FORWARDED_FOR, from.remoteAddress().hostAddress());
        to.set(FORWARDED_PROTO, HTTP);
        to.set(FORWARDED_HOST, target.authority());
        instance.headers().forEach(to::set);
    }

    /** Of which HTTP/2 may make several headers, and HTTP/1.1 may not. */
    private static void joinCookies(MultiMap to) {
        List<String> cookies = to.getAll(HttpHeaders.COOKIE);
        if (cookies.size() > 1) {
            to.set(HttpHeaders.COOKIE, String.join("; ", cookies));
        }
    }

    static void copyStatus(HttpClientResponse from, HttpServerResponse to) {
        to.setStatusCode(from.statusCode());
        // the usual words are ready as bytes
        if (!to.getStatusMessage().equals(from.statusMessage())) {
            to.setStatusMessage(from.statusMessage());
        }
    }

    static void copyResponse(HttpClientResponse from, MultiMap to) {
        Set<String> named = named(from.headers());
        for (Map.Entry<String, String> header : from.headers()) {
            if (!hopByHop(header.getKey(), named)) {
                to.add(header.getKey(), header.getValue());
            }
        }
    }

    static void copyTrailers(MultiMap from, MultiMap to) {
        for (Map.Entry<String, String> trailer : from) {
            String name = trailer.getKey();
            if (!hopByHop(name, Set.of()) && !NEVER_NAMED.contains(lower(name))) {
                to.add(name, trailer.getValue());
            }
        }
    }

    static boolean eventStream(HttpClientResponse from) {
        String type = from.headers().get(HttpHeaders.CONTENT_TYPE);
        return type != null && type.regionMatches(true, 0, EVENTS, 0, EVENTS.length());
    }

    /** Whether a list of words that a header may give holds {@code word}. */
    static boolean lists(MultiMap headers, CharSequence name, String word) {
        for (String value : headers.getAll(name)) {
            for (String each : value.split(",", -1)) {
                if (each.strip().equalsIgnoreCase(word)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * What the edge alone says of a request; programs that read CGI names take a dash for an
     * underscore.
     */
    private static boolean ownedByEdge(String name) {
        return switch (name.length() == 0 ? 0 : name.charAt(0) | 0x20) {
            case 'h' -> name.equalsIgnoreCase("host");
            case 'e' -> name.equalsIgnoreCase("expect");
            case 'f' -> name.equalsIgnoreCase("forwarded");
            case 'x' -> begins(name, "x-forwarded-") || begins(name, "x-combinator-");
            default -> false;
        };
    }

    private static boolean begins(String name, String prefix) {
        if (name.length() < prefix.length()) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            char c = name.charAt(i);
            char plain = c == '_' ? '-' : Character.toLowerCase(c);
            if (plain != prefix.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean hopByHop(String name, Set<String> named) {
        return ofOneConnection(name) || (!named.isEmpty() && named.contains(lower(name)));
    }

    private static boolean ofOneConnection(String name) {
        return switch (name.length() == 0 ? 0 : name.charAt(0) | 0x20) {
            case 'c' -> name.equalsIgnoreCase("connection");
            case 'k' -> name.equalsIgnoreCase("keep-alive");
            case 'p' ->
                    name.equalsIgnoreCase("proxy-authenticate")
                            || name.equalsIgnoreCase("proxy-authorization")
                            || name.equalsIgnoreCase("proxy-connection");
            case 't' ->
                    name.equalsIgnoreCase("te")
                            || name.equalsIgnoreCase("trailer")
                            || name.equalsIgnoreCase("transfer-encoding");
            case 'u' -> name.equalsIgnoreCase("upgrade");
            default -> false;
        };
    }

    /** The headers that {@code Connection} declares to be of this connection only. */
    private static Set<String> named(MultiMap headers) {
        if (!headers.contains(HttpHeaders.CONNECTION)) {
            return Set.of();
        }
        List<String> values = headers.getAll(HttpHeaders.CONNECTION);
        if (values.size() == 1 && USUAL.contains(lower(values.getFirst()))) {
            return Set.of();
        }
        Set<String> named = new HashSet<>();
        for (String value : values) {
            for (String name : value.split(",", -1)) {
                named.add(lower(name.strip()));
            }
        }
        named.removeAll(NEVER_NAMED);
        return named;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
