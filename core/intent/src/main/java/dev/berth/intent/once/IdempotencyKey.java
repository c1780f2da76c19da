package dev.berth.intent.once;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a client calls a request, so that it has one effect however often he sends it.
 *
 * @param text 1 to 128 visible characters of ASCII
 */
public record IdempotencyKey(String text) {

    private static final Pattern FORM = Pattern.compile("[!-~]{1,128}");

    public IdempotencyKey {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not the form of an idempotency key");
        }
    }

    /** Returns the key that {@code text} is; empty where it has another form. */
    public static Optional<IdempotencyKey> parse(String text) {
        return FORM.matcher(text).matches()
                ? Optional.of(new IdempotencyKey(text))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
