package dev.berth.identity.provider;

import dev.berth.model.Email;
import java.util.Map;
import java.util.Optional;

/**
 * What a provider has signed about a user, checked.
 *
 * @param subject his id there
 * @param claims what else it says
 */
record IdToken(String subject, Map<String, Object> claims) {

    private static final String VERIFIED = "email_verified";

    IdToken {
        claims = Map.copyOf(claims);
    }

    /** Returns whether it tells an address, and whether that is his. */
    boolean tellsEmail() {
        return claims.containsKey("email") && claims.containsKey(VERIFIED);
    }

    /** Returns his address, where the provider has made sure of it. */
    Optional<Email> verifiedEmail() {
        // some providers write it as text
        boolean verified = String.valueOf(claims.get(VERIFIED)).equals("true");
        return verified && claims.get("email") instanceof String text
                ? Email.parse(text)
                : Optional.empty();
    }
}
