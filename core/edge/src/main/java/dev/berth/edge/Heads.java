package dev.berth.edge;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
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

    private static final Set<String> HOP_BY_HOP =
            Set.of(
                    "connection",
                    "keep-alive",
                    "proxy-authenticate",
                    "proxy-authorization",
                    "proxy-connection",
                    "te",
                    "trailer",
                    "transfer-encoding",
                    "upgrade");
    private static final Set<String> USUAL = Set.of("keep-alive", "close", "upgrade");
    private static final Set<String> NEVER_NAMED = Set.of("content-length", "content-type", "host");
    private static final CharSequence FORWARDED_FOR =
            HttpHeaders.createOptimized("X-Forwarded-For");
    private static final CharSequence FORWARDED_PROTO =
            HttpHeaders.createOptimized("X-Forwarded-Proto");
    private static final CharSequence FORWARDED_HOST =
            HttpHeaders.createOptimized("X-Forwarded-Host");
    private static final CharSequence HTTP = HttpHeaders.createOptimized("http");

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
        to.set(HttpHeaders.HOST, target.authority());
        to.set(FORWARDED_FOR, from.remoteAddress().hostAddress());
        to.set(FORWARDED_PROTO, HTTP);
        to.set(FORWARDED_HOST, target.authority());
        instance.headers().forEach(to::set);
    }

    static void copyResponse(HttpClientResponse from, MultiMap to) {
        Set<String> named = named(from.headers());
        for (Map.Entry<String, String> header : from.headers()) {
            if (!hopByHop(header.getKey(), named)) {
                to.add(header.getKey(), header.getValue());
            }
        }
    }

    static boolean announcesBody(HttpServerRequest request) {
        String length = request.headers().get(HttpHeaders.CONTENT_LENGTH);
        return length == null
                ? request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                : !length.equals("0");
    }

    /** Whether two readers could take the body to end at different places. */
    static boolean ambiguousLength(HttpServerRequest request) {
        String coding = request.headers().get(HttpHeaders.TRANSFER_ENCODING);
        return coding != null
                && (!coding.equalsIgnoreCase("chunked")
                        || request.version() == HttpVersion.HTTP_1_0
                        || request.headers().getAll(HttpHeaders.TRANSFER_ENCODING).size() > 1);
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
        return switch (name.length() == 0 ? 0 : name.charAt(0) | 0x20) {
            case 'c', 'k', 'p', 't', 'u' -> HOP_BY_HOP.contains(lower(name)) || named(name, named);
            default -> named(name, named);
        };
    }

    private static boolean named(String name, Set<String> named) {
        return !named.isEmpty() && named.contains(lower(name));
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
