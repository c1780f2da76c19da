package dev.berth.identity.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLEncoder;
import java.util.Base64;

/** How a client proves itself in a header (RFC 6749, 2.3.1). */
final class Basic {

    private Basic() {}

    static boolean is(HttpExchange exchange, String client, String secret) {
        String pair = URLEncoder.encode(client, UTF_8) + ":" + URLEncoder.encode(secret, UTF_8);
        String expected = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
        return expected.equals(exchange.getRequestHeaders().getFirst("Authorization"));
    }
}
