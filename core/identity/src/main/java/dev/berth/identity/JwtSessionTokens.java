package dev.berth.identity;

import dev.berth.intent.account.SessionTokens;
import dev.berth.model.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Signs sessions as JSON Web Tokens by HMAC-SHA256, and takes no other algorithm. */
public final class JwtSessionTokens implements SessionTokens {

    private static final String ISSUER = "berth";

    private final HmacKey key;
    private final InstantSource clock;

    /** Creates it with the key that only Outer has. */
    public JwtSessionTokens(SessionKey key, InstantSource clock) {
        this.key = new HmacKey(key.bytes());
        this.clock = clock;
    }

    @Override
    public String issue(UUID session, UserId user, Instant issued, Instant expires) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(ISSUER);
        claims.setSubject(user.toString());
        claims.setJwtId(session.toString());
        claims.setIssuedAt(date(issued));
        claims.setExpirationTime(date(expires));
        return sign(claims.toJson());
    }

    @Override
    public Optional<UUID> session(String token) {
        try {
            return Optional.of(UUID.fromString(consumer().processToClaims(token).getJwtId()));
        } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException forged) {
            return Optional.empty();
        }
    }

    private JwtConsumer consumer() {
        return new JwtConsumerBuilder()
                .setVerificationKey(key)
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT,
                        AlgorithmIdentifiers.HMAC_SHA256)
                .setExpectedIssuer(ISSUER)
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setRequireSubject()
                .setRequireJwtId()
                .setEvaluationTime(date(clock.instant()))
                .build();
    }

    private String sign(String payload) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signature.setHeader("typ", "JWT");
        signature.setKey(key);
        signature.setPayload(payload);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException bug) {
            throw new IllegalStateException("cannot sign a session", bug);
        }
    }

    private static NumericDate date(Instant instant) {
        return NumericDate.fromSeconds(instant.getEpochSecond());
    }
}
