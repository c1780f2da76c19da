package dev.berth.rest.outer.caller;

import dev.berth.model.Refusal;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the parts of signatures, each of which has one way to be written. */
final class SignatureText {

    /** A time as a pattern: milliseconds since 1970. */
    static final String TIMESTAMP = "[1-9][0-9]{12}";

    private static final Pattern TIME = Pattern.compile(TIMESTAMP);
    private static final Pattern HMAC = Pattern.compile("[A-Za-z0-9_-]{43}");

    private SignatureText() {}

    static Optional<Instant> time(String text) {
        return TIME.matcher(text).matches()
                ? Optional.of(Instant.ofEpochMilli(Long.parseLong(text)))
                : Optional.empty();
    }

    /** Returns the bytes of an HMAC in base64url without padding. */
    static Optional<byte[]> hmac(String text) {
        if (!HMAC.matcher(text).matches()) {
            return Optional.empty();
        }
        byte[] bytes = Base64.getUrlDecoder().decode(text);
        // the last character has two bits that say nothing
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text)
                ? Optional.of(bytes)
                : Optional.empty();
    }

    static Refusal malformed(String form) {
        return Refusal.of(
                Refusal.Kind.UNAUTHENTICATED, "cannot accept the signature: it needs " + form);
    }
}
