package dev.berth.store;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key that configurations are encrypted with. */
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

    /** Returns the key in {@code file}, which holds its bytes in base64url. */
    public static ConfigKey read(Path file) {
        try {
            return of(Base64.getUrlDecoder().decode(Files.readString(file).strip()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the config key from " + file, e);
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "cannot use the config key in " + file + ": " + e.getMessage(), e);
        }
    }

    SecretKey key() {
        return key;
    }

    /** Returns what tells it from other keys, and nothing of it. */
    String id() {
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
