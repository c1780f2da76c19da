package dev.berth.rest.inner;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.model.Refusal;
import dev.berth.rest.CurrentRequest;
import dev.berth.rest.TokenCheck;
import java.security.MessageDigest;

/** The one token that Berth's own parts show each other. */
public final class ServiceToken implements TokenCheck {

    private static final int SHORTEST = 32;

    private final byte[] token;

    /** Creates it from the text of the secret. */
    public ServiceToken(String token) {
        if (token.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "the service token is shorter than " + SHORTEST + " characters; make another");
        }
        this.token = token.getBytes(UTF_8);
    }

    @Override
    public void check(String shown, CurrentRequest request) {
        if (!MessageDigest.isEqual(token, shown.getBytes(UTF_8))) {
            throw Refusal.of(
                    Refusal.Kind.UNAUTHENTICATED,
                    "the token is not the service token; users talk to Outer");
        }
    }
}
