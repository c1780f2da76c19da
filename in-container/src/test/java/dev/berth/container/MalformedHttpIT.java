package dev.berth.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.container.Client.Answer;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client of HTTP would not send, and {@link OpenApiFuzzIT} once found not well answered. */
class MalformedHttpIT extends DeployedGateways {

    private static final String LOGIN = "/api/v1/auth/login";
    private static final String TYPE = "application/json; charset=\"";
    private final int port = TestServer.get().ports().outer();

    @ParameterizedTest
    @ValueSource(
            strings = {"?a=|", "?a=%", "?%zz", "?a=<b>", "?a=\"", "?a=%u0041", "[", "^", "{id}"})
    void addressThatIsNoUriIsMalformed(String end) throws IOException {
        FuzzRequest request = request("GET", "/api/v1/info" + end, "");

        malformed(answer(request), "address");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00e9", "gopher!", "\"", "9"})
    void protocolThatIsNoneIsMalformed(String protocol) throws IOException {
        FuzzRequest request = request("GET", "/api/v1/info", "", "X-Forwarded-Proto", protocol);

        malformed(answer(request), "address");
    }

    @Test
    void bodyThatIsNotWhatItsEncodingSaysIsMalformed() throws IOException {
        FuzzRequest request = request("POST", LOGIN, "{}", "Content-Encoding", "gzip");

        malformed(answer(request), "Content-Encoding");
    }

    @Test
    void uploadThatIsNotWhatItsEncodingSaysIsRefused() throws IOException {
        FuzzRequest request =
                request(
                        "PUT",
                        "/api/v1/source/" + "0".repeat(64),
                        "no archive",
                        "Authorization",
                        "Bearer " + TestServer.get().secrets().read(TestSecrets.CLI_TOKEN),
                        "Content-Encoding",
                        "gzip");

        assertThat(answer(request).status()).isBetween(400, 499);
    }

    @ParameterizedTest
    @ValueSource(strings = {LOGIN, "/api/v1/auth/send-code", "/api/v1/nothing"})
    void contentTypeWithAnOpenQuotationIsMalformed(String target) throws IOException {
        FuzzRequest request =
                new String(request("POST", target, "{}").bytes(), UTF_8)
                        .transform(text -> text.replace("application/json", TYPE))
                        .transform(text -> FuzzRequest.broken(text.getBytes(UTF_8)));

        malformed(answer(request), "Content-Type");
    }

    @Test
    void bodyThatEndsTooEarlyIsMalformed() throws IOException {
        String text = new String(request("POST", LOGIN, "{\"a").bytes(), UTF_8);
        byte[] early = text.replace("Content-Length: 3", "Content-Length: 50").getBytes(UTF_8);

        malformed(answer(FuzzRequest.broken(early)), "ends too early");
    }

    @ParameterizedTest
    @ValueSource(strings = {"usage?from", "usage?to", "audit?from", "audit?to"})
    void momentThatTheDatabaseDoesNotKnowIsMalformed(String parameter) {
        Answer answer = developer().get("/api/v1/" + parameter + "=%2B294277-01-09T04:00:54Z");

        malformed(answer, "must be a date");
    }

    @Test
    void numberOfVeryManyDigitsIsMalformed() throws IOException {
        FuzzRequest request = request("POST", LOGIN, "9".repeat(1_200));

        malformed(answer(request), "number");
    }

    private FuzzRequest request(String method, String target, String body, String... more) {
        List<String> headers =
                Stream.concat(
                                Stream.of(
                                        "Host",
                                        "127.0.0.1:" + port,
                                        "Content-Type",
                                        method.equals("PUT")
                                                ? "application/gzip"
                                                : "application/json"),
                                Stream.of(more))
                        .toList();
        return FuzzRequest.of(Optional.empty(), method, target, headers, body.getBytes(UTF_8));
    }

    private Answer answer(FuzzRequest request) throws IOException {
        try (FuzzConnection connection = new FuzzConnection(Account.place(), port)) {
            return connection.ask(request).answer();
        }
    }

    private static void malformed(Answer answer, String about) {
        assertThat(Problems.of(answer)).isEmpty();
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("detail")).contains(about);
    }
}
