package dev.berth.identity.testing;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.jose4j.jwt.JwtClaims;

/**
 * What somebody has consented to.
 *
 * @param asked what his browser was sent with
 * @param person he
 */
record Grant(Map<String, String> asked, Person person) {

    /** Returns whether a code is redeemed as it was asked for: same client, place and verifier. */
    boolean fits(Map<String, String> form) {
        return asked.get("client_id").equals(form.get("client_id"))
                && asked.get("redirect_uri").equals(form.get("redirect_uri"))
                && asked.get("code_challenge_method").equals("S256")
                && asked.get("code_challenge").equals(challenge(form.get("code_verifier")));
    }

    JwtClaims claims(String issuer) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(asked.get("client_id"));
        claims.setSubject(person.subject());
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        claims.setStringClaim("nonce", asked.getOrDefault("nonce", ""));
        claims.setStringClaim("email", person.email());
        claims.setClaim("email_verified", person.verified());
        return claims;
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
