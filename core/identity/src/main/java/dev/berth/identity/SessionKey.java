package dev.berth.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The key that signs sessions. Never prints itself. */
public final class SessionKey {

    private static final int SHORTEST = 32;

    private final byte[] bytes;

    private SessionKey(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Returns the key that the text of a secret stands for, however it is encoded. */
    public static SessionKey of(String secret) {
        String text = secret.strip();
        if (text.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    "the session key is shorter than "
                            + SHORTEST
                            + " characters; delete it, and start Berth to have another made");
        }
        return new SessionKey(sha256(text));
    }

    byte[] bytes() {
        return bytes.clone();
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
