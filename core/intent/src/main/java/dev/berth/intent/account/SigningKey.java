package dev.berth.intent.account;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a user signs his requests with, which clients call {@code secret_key}: shown once, when it
 * is made.
 *
 * @param text as it is shown; its bytes are the key
 */
public record SigningKey(String text) {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "bk_";
    private static final int BYTES = 32;

    /** Returns a new one; {@code random} has to be one that nobody can foretell. */
    static SigningKey random(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new SigningKey(
                PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Returns the 32 bytes of HMAC-SHA256 over {@code message}. */
    public byte[] sign(byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(text.getBytes(US_ASCII), ALGORITHM));
            return mac.doFinal(message);
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "SigningKey";
    }
}
