package dev.berth.model;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address of mail in lower case, as one user is known by it.
 *
 * @param value the address, without a name before it
 */
public record Email(String value) {

    /** Longest address that mail can be sent to. */
    public static final int LONGEST = 254;

    // what HTML's field for an address takes, in ASCII: nothing that could begin another header
    private static final Pattern ADDRESS =
            Pattern.compile(
                    "[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
                            + "(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*");

    public Email {
        if (!fits(value)) {
            throw new IllegalArgumentException("'" + value + "' is no address of mail");
        }
    }

    /** Returns the address that {@code text} is, whatever its case; empty for other text. */
    public static Optional<Email> parse(String text) {
        String address = text.toLowerCase(Locale.ROOT);
        return fits(address) ? Optional.of(new Email(address)) : Optional.empty();
    }

    private static boolean fits(String text) {
        return text.length() <= LONGEST && ADDRESS.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
