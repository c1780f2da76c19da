package dev.berth.intent.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The text of personal access tokens: {@code bt_} and what nobody guesses. */
public final class PersonalToken {

    private static final String PREFIX = "bt_";

    private PersonalToken() {}

    /** Returns whether {@code bearer} looks like one. */
    public static boolean looksLike(String bearer) {
        return bearer.startsWith(PREFIX);
    }

    /**
     * Returns what is kept of {@code token}; it has 256 bits of chance, so that one hash is enough.
     */
    public static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
