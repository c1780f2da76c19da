package dev.berth.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.identity.testing.FakeProvider;
import dev.berth.identity.testing.Person;
import dev.berth.intent.login.ProvenIdentity;
import dev.berth.intent.login.Return;
import dev.berth.intent.login.Ticket;
import dev.berth.model.Email;
import dev.berth.model.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OidcProviderIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final FakeProvider fake = FakeProvider.start();
    private final ProviderHttp http = new ProviderHttp(PATIENCE);
    private final Visit visit = new Visit(fake, provider(URI.create(fake.address()), http));

    @AfterEach
    void close() {
        http.close();
        fake.close();
    }

    @Test
    void whoConsentedIsProven() {
        assertThat(visit.prove())
                .isEqualTo(new ProvenIdentity(fake.address(), "1", Email.parse("ada@example.org")));
    }

    @Test
    void browserIsSentWithStateNonceAndChallengeAndNothingSecret() {
        URI location = visit.provider().authorization(Visit.TICKET);

        assertThat(location.toString()).startsWith(fake.address() + "/authorize?");
        assertThat(FakeProvider.values(location.getRawQuery()))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "response_type",
                                "code",
                                "client_id",
                                FakeProvider.CLIENT,
                                "redirect_uri",
                                Visit.BACK.toString(),
                                "scope",
                                "openid",
                                "state",
                                Visit.TICKET.state(),
                                "nonce",
                                Visit.TICKET.nonce(),
                                "code_challenge",
                                Visit.TICKET.challenge(),
                                "code_challenge_method",
                                "S256"));
        assertThat(location.toString())
                .doesNotContain(Visit.TICKET.secret(), Visit.TICKET.verifier());
    }

    @Test
    void addressThatIsNotVerifiedIsNone() {
        fake.is(new Person("1", "ada@example.org", false));

        assertThat(visit.prove().email()).isEmpty();
    }

    @Test
    void addressThatTheTokenDoesNotTellIsAskedFor() {
        fake.signs(without("email"));

        assertThat(visit.prove().email()).isEqualTo(Email.parse("ada@example.org"));
    }

    @Test
    void answerAboutAnotherUserProvesNothing() {
        fake.signs(without("email"));
        fake.answer(
                "/userinfo",
                200,
                "{\"sub\": \"2\", \"email\": \"a@example.org\", \"email_verified\": true}");

        assertThat(visit.refused().kind()).isEqualTo(Refusal.Kind.UNAUTHENTICATED);
    }

    @Test
    void codeIsRedeemedOnceAndOnlyWithItsVerifier() {
        Return back = visit.back();
        Return other = visit.back();
        visit.provider().prove(back, Visit.TICKET);

        assertThat(refusal(() -> visit.provider().prove(back, Visit.TICKET)))
                .isEqualTo(Refusal.Kind.UNAUTHENTICATED);
        assertThat(
                        refusal(
                                () ->
                                        visit.provider()
                                                .prove(
                                                        other,
                                                        Ticket.parse("u".repeat(43))
                                                                .orElseThrow())))
                .isEqualTo(Refusal.Kind.UNAUTHENTICATED);
    }

    @Test
    void browserThatComesBackFromAnotherIssuerProvesNothing() {
        Return back = visit.back();
        Return mixed =
                new Return(back.state(), back.code(), "", Optional.of("https://evil.example.org"));

        assertThat(refusal(() -> visit.provider().prove(mixed, Visit.TICKET)))
                .isEqualTo(Refusal.Kind.UNAUTHENTICATED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/.well-known/openid-configuration | 500 | {}",
                "/.well-known/openid-configuration | 302 | {}",
                "/.well-known/openid-configuration | 200 | []",
                "/.well-known/openid-configuration | 200 | <html>",
                "/.well-known/openid-configuration | 200 | {\"issuer\": \"https://evil.example.org\"}",
                "/token                            | 500 | {}",
                "/token                            | 429 | {}",
                "/token                            | 200 | nonsense",
                "/keys                             | 500 | {}",
                "/keys                             | 200 | {}",
                "/keys                             | 200 | {\"keys\": 1}",
                "/keys                             | 200 | []",
                "/userinfo                         | 500 | {}",
                "/userinfo                         | 200 | {} {}",
            })
    void providerThatDoesNotAnswerAsItShouldIsAway(String path, int status, String body) {
        fake.signs(without("email"));
        fake.answer(path, status, body);

        assertThat(visit.refused().kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
    }

    @Test
    void publishedAddressThatIsNotSafeIsNotUsed() {
        fake.answer(
                "/.well-known/openid-configuration",
                200,
                """
                {"issuer": "%s", "authorization_endpoint": "http://evil.example.org/",
                 "token_endpoint": "file:///etc/passwd", "jwks_uri": "https://a@b/"}
                """
                        .formatted(fake.address()));

        assertThat(visit.refused().kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
    }

    @Test
    void answerThatIsTooLongIsNotRead() {
        fake.answer("/keys", 200, "{\"keys\": [\"" + "k".repeat(1 << 20) + "\"]}");

        assertThat(visit.refused().kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
    }

    @Test
    void providerThatIsNotThereIsAway() {
        fake.close();

        assertThat(visit.refused().kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
    }

    @Test
    void providerThatNeverAnswersIsAway() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ProviderHttp hasty = new ProviderHttp(Duration.ofMillis(100))) {
            URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort());

            Refusal.Kind kind = refusal(() -> provider(address, hasty).authorization(Visit.TICKET));

            assertThat(kind).isEqualTo(Refusal.Kind.UNAVAILABLE);
        }
    }

    private OidcProvider provider(URI issuer, ProviderHttp asking) {
        return new OidcProvider(Visit.client("openid"), issuer, asking, Instant::now);
    }

    private Function<JwtClaims, String> without(String claim) {
        return claims -> {
            claims.unsetClaim(claim);
            return fake.key().sign(claims);
        };
    }

    private static Refusal.Kind refusal(ThrowingCallable work) {
        return catchThrowableOfType(Refusal.class, work).kind();
    }
}
