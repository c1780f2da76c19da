package dev.berth.identity.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.identity.testing.FakeProvider;
import dev.berth.identity.testing.ProviderKey;
import dev.berth.model.Refusal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OidcTokenIT {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final FakeProvider fake = FakeProvider.start();
    private final ProviderHttp http = new ProviderHttp(PATIENCE);
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
    private final Visit visit = new Visit(fake, provider());

    @AfterEach
    void close() {
        http.close();
        fake.close();
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

    private OidcProvider provider() {
        URI issuer = URI.create(fake.address());
        return new OidcProvider(Visit.client("openid"), issuer, http, now::get);
    }

    /** How a provider makes a token that it should not. */
    @FunctionalInterface
    interface Lie {
        String token(ProviderKey key, JwtClaims claims);
    }
}
