package dev.berth.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.berth.model.UserId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Consumer;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

class JwtSessionTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Duration DAY = Duration.ofHours(24);
    private static final UUID SESSION = new UUID(1, 1);
    private static final UserId USER = new UserId(new UUID(2, 2));
    private static final SessionKey KEY = SessionKey.of("k".repeat(32));

    @Test
    void sessionIsReadBack() {
        assertThat(at(NOW).session(token())).contains(SESSION);
    }

    @Test
    void sessionEndsWhenItExpires() {
        assertThat(at(NOW.plus(DAY).minusSeconds(1)).session(token())).contains(SESSION);
        assertThat(at(NOW.plus(DAY)).session(token())).isEmpty();
    }

    @Test
    void tokenOfAnotherKeyIsNone() {
        SessionKey other = SessionKey.of("o".repeat(32));

        assertThat(new JwtSessionTokens(other, InstantSource.fixed(NOW)).session(token()))
                .isEmpty();
    }

    @Test
    void unsignedTokenIsNone() {
        String payload = token().split("\\.", -1)[1];
        String header = base64("{\"alg\":\"none\"}");

        assertThat(at(NOW).session(header + "." + payload + ".")).isEmpty();
    }

    @Test
    void changedTokenIsNone() {
        String[] parts = token().split("\\.", -1);
        String payload =
                new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                        .replace(SESSION.toString(), new UUID(9, 9).toString());

        assertThat(at(NOW).session(parts[0] + "." + base64(payload) + "." + parts[2])).isEmpty();
    }

    @Test
    void truncatedTokenIsNone() {
        String token = token();

        for (int length = 0; length < token.length(); length++) {
            assertThat(at(NOW).session(token.substring(0, length))).as("%d", length).isEmpty();
        }
    }

    @Test
    void anotherAlgorithmIsNone() throws JoseException {
        String signed = signed(AlgorithmIdentifiers.HMAC_SHA512, _ -> {});

        assertThat(at(NOW).session(signed)).isEmpty();
    }

    @Test
    void eachClaimIsNeeded() throws JoseException {
        for (String claim : new String[] {"iss", "sub", "jti", "iat", "exp"}) {
            String signed =
                    signed(AlgorithmIdentifiers.HMAC_SHA256, claims -> claims.unsetClaim(claim));

            assertThat(at(NOW).session(signed)).as(claim).isEmpty();
        }
    }

    @Test
    void anotherIssuersTokenIsNone() throws JoseException {
        String signed =
                signed(AlgorithmIdentifiers.HMAC_SHA256, claims -> claims.setIssuer("other"));

        assertThat(at(NOW).session(signed)).isEmpty();
    }

    @Test
    void sessionThatIsNoUuidIsNone() throws JoseException {
        String signed = signed(AlgorithmIdentifiers.HMAC_SHA256, claims -> claims.setJwtId("x"));

        assertThat(at(NOW).session(signed)).isEmpty();
    }

    @Test
    void wellFormedTokenOfOurOwnMakingIsTaken() throws JoseException {
        assertThat(at(NOW).session(signed(AlgorithmIdentifiers.HMAC_SHA256, _ -> {})))
                .contains(SESSION);
    }

    @Test
    void shortKeyIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SessionKey.of("k".repeat(31)));
    }

    private static JwtSessionTokens at(Instant now) {
        return new JwtSessionTokens(KEY, InstantSource.fixed(now));
    }

    private static String token() {
        return at(NOW).issue(SESSION, USER, NOW, NOW.plus(DAY));
    }

    private static String signed(String algorithm, Consumer<JwtClaims> change)
            throws JoseException {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("berth");
        claims.setSubject(USER.toString());
        claims.setJwtId(SESSION.toString());
        claims.setIssuedAt(NumericDate.fromSeconds(NOW.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(NOW.plus(DAY).getEpochSecond()));
        change.accept(claims);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(algorithm);
        signature.setKey(new HmacKey(KEY.bytes()));
        signature.setDoKeyValidation(false);
        signature.setPayload(claims.toJson());
        return signature.getCompactSerialization();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
