package dev.berth.identity.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.identity.testing.FakeProvider;
import dev.berth.identity.testing.Person;
import dev.berth.identity.testing.ProviderKey;
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
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OidcProviderIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final FakeProvider fake = FakeProvider.start();
    private final ProviderHttp http = new ProviderHttp(PATIENCE);
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
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

    @ParameterizedTest
    @MethodSource("lies")
    void tokenThatIsNotForThisLoginProvesNothing(Lie lie) {
        fake.signs(claims -> lie.token(fake.key(), claims));

        assertThat(visit.refused().kind()).isEqualTo(Refusal.Kind.UNAUTHENTICATED);
    }

    private static Stream<Named<Lie>> lies() {
        ProviderKey stranger = ProviderKey.random("first");
        ProviderKey unknown = ProviderKey.random("unknown");
        return Stream.of(
                changed("wrong issuer", c -> c.setIssuer("https://evil.example.org")),
                changed("wrong audience", c -> c.setAudience("another client")),
                changed("two audiences", c -> c.setAudience(FakeProvider.CLIENT, "another")),
                changed("authorized another", c -> c.setStringClaim("azp", "another client")),
                changed("other nonce", c -> c.setStringClaim("nonce", "of another login")),
                changed("no nonce", c -> c.unsetClaim("nonce")),
                changed("expired", c -> c.setExpirationTimeMinutesInTheFuture(-5)),
                changed("not yet", c -> c.setNotBeforeMinutesInThePast(-10)),
                changed("without an end", c -> c.unsetClaim("exp")),
                changed("no subject", c -> c.unsetClaim("sub")),
                changed("subject is a number", c -> c.setClaim("sub", 1)),
                changed("audience of numbers", c -> c.setClaim("aud", List.of(1, 2))),
                changed("end is text", c -> c.setClaim("exp", "soon")),
                changed("endless subject", c -> c.setSubject("s".repeat(256))),
                Named.of("unsigned", ProviderKey::unsigned),
                Named.of("signed by what is public", ProviderKey::signedByWhatIsPublic),
                Named.of("another key of that id", (_, claims) -> stranger.sign(claims)),
                Named.of("another key", (_, claims) -> unknown.sign(claims)),
                Named.of("no token", (_, _) -> ""),
                Named.of("nonsense", (_, _) -> "a.b.c"),
                Named.of("algorithm is a number", (_, _) -> jws("{'alg': 1}", "{}")),
                Named.of("key id is a number", (_, _) -> jws("{'alg': 'ES256', 'kid': 7}", "{}")),
                Named.of("critical", (_, _) -> jws("{'alg': 'ES256', 'crit': 'x'}", "{}")),
                Named.of("header is a list", (_, _) -> jws("[]", "{}")),
                Named.of("claims are a list", (_, _) -> jws("{'alg': 'none'}", "[]")),
                Named.of(
                        "encrypted", (_, _) -> jws("{'alg': 'dir', 'enc': 'A128GCM'}", "") + ".."));
    }

    private static String jws(String header, String payload) {
        Base64.Encoder url = Base64.getUrlEncoder().withoutPadding();
        return url.encodeToString(header.replace('\'', '"').getBytes(UTF_8))
                + "."
                + url.encodeToString(payload.getBytes(UTF_8))
                + ".c2ln";
    }

    private static Named<Lie> changed(String name, Consumer<JwtClaims> change) {
        return Named.of(
                name,
                (key, claims) -> {
                    change.accept(claims);
                    return key.sign(claims);
                });
    }

    @Test
    void keyThatCannotBeReadIsPassedOver() {
        String good = fake.key().published().replaceFirst("\\{\"keys\":\\[", "");
        fake.answer(
                "/keys",
                200,
                "{\"keys\": [1, null, {}, {\"kty\": 1}, {\"kty\": \"EC\", \"crv\": 2}, " + good);

        assertThat(visit.prove().subject()).isEqualTo("1");
    }

    @Test
    void keyThatIsNewIsFetchedThoughNotAtOnceAgain() {
        visit.prove();
        ProviderKey next = ProviderKey.random("next");
        fake.answer("/keys", 200, next.published());
        fake.signs(next::sign);

        Refusal early = visit.refused();
        now.updateAndGet(instant -> instant.plusSeconds(11));

        assertThat(early.kind()).isEqualTo(Refusal.Kind.UNAUTHENTICATED);
        assertThat(visit.prove().subject()).isEqualTo("1");
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
        return new OidcProvider(Visit.client("openid"), issuer, asking, now::get);
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

    /** How a provider makes a token that it should not. */
    @FunctionalInterface
    interface Lie {
        String token(ProviderKey key, JwtClaims claims);
    }
}
