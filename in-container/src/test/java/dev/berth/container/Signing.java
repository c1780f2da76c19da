package dev.berth.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests as docs/signatures.md says.
 *
 * @param user the user's id
 * @param key his secret key
 */
record Signing(String user, String key) {

    /** Returns the headers of version 1, names and values in turn. */
    String[] one(byte[] body, long timestamp) {
        byte[] end = Long.toString(timestamp).getBytes(UTF_8);
        byte[] message = Arrays.copyOf(body, body.length + end.length);
        System.arraycopy(end, 0, message, body.length, end.length);
        return headers(timestamp, hmac(message));
    }

    /** Returns the headers of version 1 with a signature that the test says. */
    String[] headers(long timestamp, String signature) {
        return new String[] {
            "Content-Type",
            "application/json",
            "X-Combinator-User-ID",
            user,
            "X-Combinator-Timestamp",
            Long.toString(timestamp),
            "X-Combinator-Signature",
            signature
        };
    }

    /** Returns the headers of version 2, of now and with a nonce of its own. */
    String[] two(String method, String path, String query, String digest) {
        return two(method, path, query, digest, UUID.randomUUID().toString());
    }

    String[] two(String method, String path, String query, String digest, String nonce) {
        return two(method, path, query, digest, nonce, System.currentTimeMillis());
    }

    String[] two(
            String method, String path, String query, String digest, String nonce, long moment) {
        String timestamp = Long.toString(moment);
        String lines = String.join("\n", method, path, query, digest, timestamp, nonce);
        String header = String.join(" ", "v2", user, timestamp, nonce, hmac(lines.getBytes(UTF_8)));
        return new String[] {"Content-Type", "application/json", "X-Berth-Signature", header};
    }

    static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Returns headers with some more, names and values in turn. */
    static String[] and(String[] headers, String... more) {
        return Stream.of(headers, more).flatMap(Arrays::stream).toArray(String[]::new);
    }

    private String hmac(byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(message));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
