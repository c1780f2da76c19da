package dev.berth.container;

import dev.berth.container.OpenApi.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Makes headers up: who asks, what is sent, and by chance what else there is in HTTP. */
record FuzzHeaders(FuzzScene scene, Choices choices, boolean spoils) {

    private static final Map<String, List<String>> KNOWN =
            Map.ofEntries(
                    Map.entry("If-Match", List.of("\"1\"", "\"2\", W/\"3\"", "*", "1", "\"", ",")),
                    Map.entry("If-None-Match", List.of("*", "\"1\"")),
                    Map.entry("Idempotency-Key", List.of("once", "a b", "k".repeat(129))),
                    Map.entry("Last-Event-ID", List.of("1.1", "0.0", "-1", "99999999999999999.1")),
                    Map.entry("X-Combinator-Timestamp", List.of("0", "1", "1e9", "-1")),
                    Map.entry("X-Combinator-Signature", List.of("a", "A".repeat(43), "=")),
                    Map.entry("X-Combinator-User-ID", List.of("1", "0-0-0-0-0")),
                    Map.entry("X-Berth-Signature", List.of("v2", "v1 a b c d", "v2 a b c d e")),
                    Map.entry("X-Berth-Tenant", List.of("1", "0-0-0-0-0", "")),
                    Map.entry("Accept", List.of("*/*", "text/html", "a/b;q=2", "*", "/", ";", ",")),
                    Map.entry("Accept-Encoding", List.of("gzip", "br;q=x", "*;q=0")),
                    Map.entry("Accept-Language", List.of("de", "*", "xx-" + "y".repeat(500))),
                    Map.entry("Accept-Charset", List.of("utf-16", "no-such")),
                    Map.entry("Content-Encoding", List.of("gzip", "deflate", "br", "identity")),
                    Map.entry("Content-Language", List.of("de", "-")),
                    Map.entry("Range", List.of("bytes=0-1", "bytes=-1", "bytes=5-2,a", "x")),
                    Map.entry("If-Modified-Since", List.of("yesterday", "0")),
                    Map.entry("X-Forwarded-For", List.of("1.2.3.4", "::1, x", "999.1.1.1")),
                    Map.entry("X-Forwarded-Host", List.of("evil.example", "[")),
                    Map.entry("X-Forwarded-Proto", List.of("https", "gopher")),
                    Map.entry("Forwarded", List.of("for=1.2.3.4;proto=https", "for=")),
                    Map.entry("Cookie", List.of("a=b", "=", "a=\"", ";;", "$Version=1; a=b")),
                    Map.entry("Origin", List.of("null", "https://evil.example")),
                    Map.entry("X-Request-Id", List.of("a", "a b", "<script>")),
                    Map.entry("X-HTTP-Method-Override", List.of("DELETE", "")),
                    Map.entry("traceparent", List.of("00-0-0-0", "ff")),
                    Map.entry("Upgrade", List.of("h2c", "websocket")),
                    Map.entry("Connection", List.of("close", "keep-alive, x", "upgrade")));

    private static final List<String> NAMES = KNOWN.keySet().stream().sorted().toList();
    private static final List<String> ODD =
            List.of(
                    "",
                    "\u00e9\u00fc",
                    "a".repeat(4_000),
                    ",".repeat(500),
                    "\"".repeat(3),
                    "a\tb",
                    "%00",
                    "9".repeat(30),
                    "-1",
                    "\u202e");
    private static final List<String> TYPES =
            List.of(
                    "text/plain",
                    "application/json; charset=utf-16",
                    "application/json; charset=no-such",
                    "application/JSON",
                    "application/problem+json",
                    "multipart/form-data",
                    "multipart/form-data; boundary=a",
                    "application/x-www-form-urlencoded",
                    "application/",
                    "*/*",
                    ";",
                    "a".repeat(2_000) + "/b",
                    "");

    /** Returns those of a request, names and values in turn. */
    List<String> of(Route route, int port, String target, byte[] body, List<String> proof) {
        List<String> headers = new ArrayList<>(List.of("Host", host(port)));
        headers.addAll(proof.isEmpty() ? signed(route, target, body) : proof);
        if (!headers.contains("Content-Type") && body.length > 0) {
            headers.addAll(List.of("Content-Type", type(route)));
        }
        for (int n = spoils ? choices.below(4) : 0; n > 0; n--) {
            String name = choices.oneOf(NAMES);
            headers.addAll(List.of(name, choices.oneOf(choices.once(4) ? ODD : KNOWN.get(name))));
        }
        if (choices.once(6)) {
            headers.addAll(List.of("Idempotency-Key", choices.fresh()));
        }
        return headers;
    }

    private String host(int port) {
        return spoils && choices.once(40)
                ? choices.oneOf(List.of("evil.example:" + port, "[::1]:" + port, "a b:" + port))
                : "127.0.0.1:" + port;
    }

    private String type(Route route) {
        if (spoils && choices.once(8)) {
            return choices.oneOf(TYPES);
        }
        return route.method().equals("PUT") ? "application/gzip" : "application/json";
    }

    /** Who shows no token may have signed. */
    private List<String> signed(Route route, String target, byte[] body) {
        if (!choices.once(3)) {
            return List.of();
        }
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        boolean older = choices.once(2);
        String[] headers =
                older
                        ? scene.signing().one(body, System.currentTimeMillis())
                        : scene.signing()
                                .two(
                                        route.method(),
                                        path,
                                        query < 0 ? "" : target.substring(query + 1),
                                        Signing.digest(body),
                                        UUID.randomUUID().toString());
        return Stream.of(headers).skip(route.method().equals("PUT") ? 2 : 0).toList();
    }
}
