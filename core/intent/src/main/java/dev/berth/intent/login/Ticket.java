package dev.berth.intent.login;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * What a browser keeps from the beginning of a login to its end, and shows to nobody but Berth. All
 * that the login's requests have to share follows from it one way: so each belongs to this browser,
 * and none of them tells it. Never prints itself.
 *
 * @param secret 256 random bits, in the Base64 of URLs
 */
public record Ticket(String secret) {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    /** Returns another; {@code random} has to be one that nobody can foretell. */
    static Ticket random(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Ticket(URL.encodeToString(bytes));
    }

    /** Returns what {@code text} is; empty for other text. */
    public static Optional<Ticket> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Ticket(text)) : Optional.empty();
    }

    /** Returns what the provider sends back with the browser. */
    public String state() {
        return URL.encodeToString(digest("state"));
    }

    /** Returns what the provider puts into what it signs. */
    public String nonce() {
        return URL.encodeToString(digest("nonce"));
    }

    /** Returns what redeems the code, with the code (RFC 7636). */
    public String verifier() {
        return URL.encodeToString(digest("verifier"));
    }

    /** Returns what the provider is told beforehand of {@link #verifier}. */
    public String challenge() {
        return URL.encodeToString(sha256(verifier()));
    }

    /** Returns by what it is kept. */
    String key() {
        return HexFormat.of().formatHex(digest("key"));
    }

    /** Returns whether {@code state} came back from where this one's was sent to. */
    boolean sent(String state) {
        return MessageDigest.isEqual(state().getBytes(US_ASCII), state.getBytes(US_ASCII));
    }

    private byte[] digest(String purpose) {
        return sha256("berth login " + purpose + "\n" + secret);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return "Ticket[***]";
    }
}
