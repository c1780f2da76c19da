package dev.berth.container;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.container.OpenApi.Route;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

/**
 * What is written to a connection.
 *
 * @param route the route that is meant, where it is one of the document
 * @param method the method
 * @param bytes all of it
 * @param isHttp whether it keeps to HTTP, and so has a right to an answer with problem details
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares two
record FuzzRequest(Optional<Route> route, String method, byte[] bytes, boolean isHttp) {

    private static final int SHOWN = 1_500;

    /** Returns a request in the form of HTTP; {@code headers} are names and values in turn. */
    static FuzzRequest of(
            Optional<Route> route,
            String method,
            String target,
            List<String> headers,
            byte[] body) {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        for (int i = 0; i < headers.size(); i += 2) {
            head.append(headers.get(i)).append(": ").append(headers.get(i + 1)).append("\r\n");
        }
        if (body.length > 0 || !method.equals("GET")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        return new FuzzRequest(route, method, joined(head.append("\r\n").toString(), body), true);
    }

    /** Returns bytes that are no request, or a strange one. */
    static FuzzRequest broken(byte[] bytes) {
        return new FuzzRequest(Optional.empty(), "", bytes, false);
    }

    private static byte[] joined(String head, byte[] body) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.getBytes(UTF_8));
        all.writeBytes(body);
        return all.toByteArray();
    }

    /** Returns the name of the route, or what there is instead of one. */
    String about() {
        return route.map(Route::name).orElse(isHttp ? "no route" : "no HTTP");
    }

    /** Returns its beginning, with nothing that cannot be seen. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (char one : new String(bytes, ISO_8859_1).toCharArray()) {
            boolean visible = one == '\n' || (one >= ' ' && one <= '~');
            text.append(visible ? Character.toString(one) : "\\x%02x".formatted((int) one));
            if (text.length() > SHOWN) {
                return text + "… (%d bytes)".formatted(bytes.length);
            }
        }
        return text.toString();
    }
}
