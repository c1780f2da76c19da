package dev.berth.store.cipher;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A key that wraps those of configurations, and encrypted them itself in rows of before. */
public final class ConfigKey {

    /** How many bytes it has. */
    public static final int LENGTH = 32;

    private final SecretKey key;
    private final String id;

    private ConfigKey(byte[] bytes) {
        this.key = new SecretKeySpec(bytes, "AES");
        this.id = idOf(bytes);
    }

    /** Returns the key of these {@value #LENGTH} bytes. */
    public static ConfigKey of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException(
                    "a config key has " + LENGTH + " bytes, not " + bytes.length);
        }
        return new ConfigKey(bytes);
    }

    /** Returns a key that nobody has had before. */
    public static ConfigKey random(SecureRandom random) {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return new ConfigKey(bytes);
    }

    /** Returns the key that {@link #text} wrote. */
    static ConfigKey parse(String text) {
        try {
            return of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException wrong) {
            // what the decoder says would show a part of it
            throw text.matches("[A-Za-z0-9_-]*=*")
                    ? wrong
                    : new IllegalArgumentException("it is not base64url");
        }
    }

    /** Returns it as its file has it. */
    String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getEncoded());
    }

    public SecretKey key() {
        return key;
    }

    /** Returns what tells it from other keys, and nothing of it. */
    public String id() {
        return id;
    }

    @Override
    public String toString() {
        return "ConfigKey[" + id + "]";
    }

    private static String idOf(byte[] bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("berth config key id".getBytes(US_ASCII));
            return HexFormat.of().formatHex(digest.digest(bytes), 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
