package dev.berth.intent.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names what is tried, by whom and from where, without telling it: a table of attempts is no list
 * of users.
 *
 * @param sha256 64 hexadecimal digits
 */
public record AttemptKey(String sha256) {

    /** Returns the key for attempts to do {@code what} about {@code whom}. */
    static AttemptKey of(String what, String... whom) {
        String text = what + "\n" + String.join("\n", whom);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return new AttemptKey(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
