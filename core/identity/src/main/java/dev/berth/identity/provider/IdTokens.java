package dev.berth.identity.provider;

import dev.berth.intent.login.Ticket;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.ErrorCodeValidator;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;

/**
 * Checks ID tokens as OpenID Connect Core 3.1.3.7 says: signed by one of the provider's keys, by
 * the provider, for this client, now, and for this login.
 */
final class IdTokens {

    private static final Duration KEYS_LAST = Duration.ofMinutes(10);

    // who sends tokens with unknown keys has the keys fetched no more often than this
    private static final Duration KEYS_AGAIN = Duration.ofSeconds(10);
    private static final int SKEW_SECONDS = 60;
    private static final int LONGEST_SUBJECT = 255;

    // in the log, beside the numbers of the library
    private static final int ANOTHER_LOGIN = 1000;

    // none with a secret that both share, and not none
    private static final AlgorithmConstraints SIGNED =
            new AlgorithmConstraints(
                    ConstraintType.PERMIT,
                    AlgorithmIdentifiers.RSA_USING_SHA256,
                    AlgorithmIdentifiers.RSA_USING_SHA384,
                    AlgorithmIdentifiers.RSA_USING_SHA512,
                    AlgorithmIdentifiers.RSA_PSS_USING_SHA256,
                    AlgorithmIdentifiers.RSA_PSS_USING_SHA384,
                    AlgorithmIdentifiers.RSA_PSS_USING_SHA512,
                    AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256,
                    AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384,
                    AlgorithmIdentifiers.ECDSA_USING_P521_CURVE_AND_SHA512,
                    AlgorithmIdentifiers.EDDSA);

    private final Cached<List<JsonWebKey>> keys;
    private final URI issuer;
    private final String client;
    private final Distrust distrust;
    private final InstantSource clock;

    IdTokens(
            Supplier<List<JsonWebKey>> keys,
            URI issuer,
            String client,
            Distrust distrust,
            InstantSource clock) {
        this.keys = new Cached<>(keys, KEYS_LAST, clock);
        this.issuer = issuer;
        this.client = client;
        this.distrust = distrust;
        this.clock = clock;
    }

    /** Returns what a token says; refuses one that is not for the login with that ticket. */
    IdToken check(String token, Ticket ticket) {
        try {
            return read(token, ticket, keys.get());
        } catch (InvalidJwtException first) {
            if (!first.hasErrorCode(ErrorCodes.SIGNATURE_INVALID) && !keyMayBeNew(first)) {
                throw distrust.unproven("ID token: " + codes(first));
            }
        }
        try {
            return read(token, ticket, keys.notOlderThan(KEYS_AGAIN));
        } catch (InvalidJwtException still) {
            throw distrust.unproven("ID token: " + codes(still));
        }
    }

    private static boolean keyMayBeNew(InvalidJwtException refused) {
        return refused.hasErrorCode(ErrorCodes.MISCELLANEOUS);
    }

    private IdToken read(String token, Ticket ticket, List<JsonWebKey> signing)
            throws InvalidJwtException {
        JwtClaims claims = consumer(ticket, signing).processToClaims(token);
        Map<String, Object> known = new HashMap<>(claims.getClaimsMap());
        known.values().removeIf(Objects::isNull);
        try {
            return new IdToken(claims.getSubject(), known);
        } catch (MalformedClaimException malformed) {
            throw distrust.unproven("ID token: no subject");
        }
    }

    private JwtConsumer consumer(Ticket ticket, List<JsonWebKey> signing) {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new JwksVerificationKeyResolver(signing))
                .setJwsAlgorithmConstraints(SIGNED)
                .setExpectedIssuer(issuer.toString())
                .setExpectedAudience(client)
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                .setEvaluationTime(NumericDate.fromSeconds(clock.instant().getEpochSecond()))
                .registerValidator(
                        (ErrorCodeValidator) context -> ofThisLogin(context.getJwtClaims(), ticket))
                .build();
    }

    private ErrorCodeValidator.Error ofThisLogin(JwtClaims claims, Ticket ticket)
            throws MalformedClaimException {
        boolean fits =
                ticket.nonce().equals(claims.getStringClaimValue("nonce"))
                        && claims.getSubject() != null
                        && claims.getSubject().length() <= LONGEST_SUBJECT
                        && forThisClient(claims);
        return fits ? null : new ErrorCodeValidator.Error(ANOTHER_LOGIN, "another login");
    }

    private boolean forThisClient(JwtClaims claims) throws MalformedClaimException {
        String authorized = claims.getStringClaimValue("azp");
        return authorized == null ? claims.getAudience().size() == 1 : authorized.equals(client);
    }

    // not the message, which has the whole token in it
    private static String codes(InvalidJwtException refused) {
        return refused.getErrorDetails().stream()
                .map(error -> Integer.toString(error.getErrorCode()))
                .collect(Collectors.joining(",", "codes ", ""));
    }
}
