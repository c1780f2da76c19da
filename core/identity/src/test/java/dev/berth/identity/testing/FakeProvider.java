package dev.berth.identity.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jose4j.jwt.JwtClaims;

/**
 * A provider of OpenID Connect and a GitHub in one, over HTTP on a port of its own. A test says who
 * is logged in there, and may have any of its answers be another one.
 */
public final class FakeProvider implements AutoCloseable {

    public static final String CLIENT = "berth client";
    public static final String SECRET = "client:s&cret canary";

    private final HttpServer server;
    private final ProviderKey key = ProviderKey.random("first");
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final Map<String, Function<HttpExchange, Answer>> answers = new ConcurrentHashMap<>();
    private final AtomicReference<Person> person =
            new AtomicReference<>(new Person("1", "ada@example.org", true));
    private final AtomicReference<Function<JwtClaims, String>> signer =
            new AtomicReference<>(key::sign);

    private FakeProvider(HttpServer server) {
        this.server = server;
    }

    /** Starts one. */
    public static FakeProvider start() {
        try {
            HttpServer server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            FakeProvider provider = new FakeProvider(server);
            provider.answers.putAll(provider.honest());
            server.createContext("/", provider::handle);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return provider;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns its address, which is the issuer's. */
    public String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Returns the key that is published. */
    public ProviderKey key() {
        return key;
    }

    /** Logs somebody in. */
    public void is(Person who) {
        person.set(who);
    }

    /** Has a path answer otherwise. */
    public void answer(String path, int status, String body) {
        answers.put(path, _ -> new Answer(status, body));
    }

    /** Has ID tokens be made of honest claims in another way. */
    public void signs(Function<JwtClaims, String> otherwise) {
        signer.set(otherwise);
    }

    /** Is honest again. */
    public void reset() {
        answers.putAll(honest());
        signer.set(key::sign);
        person.set(new Person("1", "ada@example.org", true));
    }

    /**
     * Does what a user does there: consents at once. Returns where his browser is sent back to, as
     * what {@code location} asks for says.
     */
    public URI consent(URI location) {
        Map<String, String> asked = values(location.getRawQuery());
        String code = "code-" + grants.size() + "-" + System.nanoTime();
        grants.put(code, new Grant(asked, person.get()));
        return URI.create(
                asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private Map<String, Function<HttpExchange, Answer>> honest() {
        return Map.of(
                "/.well-known/openid-configuration", _ -> new Answer(200, discovery()),
                "/keys", _ -> new Answer(200, key.published()),
                "/token", exchange -> redeem(exchange, false),
                "/userinfo", this::userInfo,
                "/login/oauth/access_token", exchange -> redeem(exchange, true),
                "/api/user", this::user,
                "/api/user/emails", this::emails);
    }

    private String discovery() {
        return """
        {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize",
         "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/keys",
         "userinfo_endpoint": "%1$s/userinfo"}
        """
                .formatted(address());
    }

    private Answer redeem(HttpExchange exchange, boolean secretInBody) {
        Map<String, String> form = values(body(exchange));
        Grant grant = grants.get(form.getOrDefault("code", ""));
        boolean known =
                secretInBody
                        ? SECRET.equals(form.get("client_secret"))
                        : Basic.is(exchange, CLIENT, SECRET);
        if (!known || grant == null || !grant.fits(form)) {
            return new Answer(secretInBody ? 200 : 400, "{\"error\": \"invalid_grant\"}");
        }
        grants.remove(form.get("code"));
        grants.put("access-" + form.get("code"), grant);
        return new Answer(
                200,
                "{\"access_token\": \"access-%s\", \"token_type\": \"Bearer\", \"id_token\": \"%s\"}"
                        .formatted(form.get("code"), signer.get().apply(grant.claims(address()))));
    }

    private Answer userInfo(HttpExchange exchange) {
        return told(
                exchange,
                who ->
                        "{\"sub\": \"%s\", \"email\": \"%s\", \"email_verified\": %s}"
                                .formatted(who.subject(), who.email(), who.verified()));
    }

    private Answer user(HttpExchange exchange) {
        return told(
                exchange, who -> "{\"id\": %s, \"login\": \"somebody\"}".formatted(who.subject()));
    }

    private Answer emails(HttpExchange exchange) {
        return told(
                exchange,
                who ->
                        """
                        [{"email": "old@example.org", "primary": false, "verified": true},
                         {"email": "%s", "primary": true, "verified": %s}]
                        """
                                .formatted(who.email(), who.verified()));
    }

    private Answer told(HttpExchange exchange, Function<Person, String> text) {
        String header = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        Grant grant = grants.get(header.replaceFirst("Bearer ", ""));
        return grant == null ? new Answer(401, "{}") : new Answer(200, text.apply(grant.person()));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Answer answer =
                    answers.getOrDefault(
                                    exchange.getRequestURI().getPath(), _ -> new Answer(404, "{}"))
                            .apply(exchange);
            byte[] bytes = answer.body().getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static String body(HttpExchange exchange) {
        try {
            return new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns the names and values of a query. */
    public static Map<String, String> values(String text) {
        Map<String, String> values = new TreeMap<>();
        for (String pair : text.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            values.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], UTF_8));
        }
        return values;
    }

    private record Answer(int status, String body) {}
}
