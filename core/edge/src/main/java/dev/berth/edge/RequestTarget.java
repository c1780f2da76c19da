package dev.berth.edge;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.HostAndPort;
import java.util.List;

/**
 * What a request asks for.
 *
 * @param authority the host as the client wrote it, with its port
 * @param host the host that routes are looked up by; {@link HostName#MALFORMED} has none
 * @param uri path and query, beginning with a slash, or {@code *}
 */
record RequestTarget(String authority, String host, String uri) {

    private static final RequestTarget MALFORMED = new RequestTarget("", HostName.MALFORMED, "/");

    static RequestTarget of(HttpServerRequest request) {
        String authority = authority(request);
        String uri = RequestUri.plain(request.uri());
        if (authority.isEmpty()) {
            return MALFORMED;
        }
        if (uri.startsWith("/")
                || (uri.equals("*") && request.method().equals(HttpMethod.OPTIONS))) {
            return new RequestTarget(authority, HostName.of(authority), uri);
        }
        return absolute(uri);
    }

    /** The form that clients of a forward proxy use: its host counts, whatever the header says. */
    private static RequestTarget absolute(String uri) {
        if (!uri.regionMatches(true, 0, "http://", 0, 7)) {
            return MALFORMED;
        }
        int end = 7;
        while (end < uri.length() && "/?#".indexOf(uri.charAt(end)) < 0) {
            end++;
        }
        String authority = uri.substring(7, end);
        String path = uri.substring(end);
        return new RequestTarget(
                authority, HostName.of(authority), path.startsWith("/") ? path : "/" + path);
    }

    private static String authority(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            HostAndPort authority = request.authority();
            return authority == null ? "" : authority.toString();
        }
        List<String> hosts = request.headers().getAll(HttpHeaders.HOST);
        return hosts.size() == 1 ? hosts.getFirst() : "";
    }
}
