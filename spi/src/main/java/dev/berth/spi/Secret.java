package dev.berth.spi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;

/** Holds a value that must not be shown: its text is {@code ***}. */
public final class Secret {

    private final String value;

    private Secret(String value) {
        this.value = requireNonNull(value);
    }

    /** Returns a secret that holds {@code value}. */
    public static Secret of(String value) {
        return new Secret(value);
    }

    /** Returns the value itself; never put it into a log, a message or a command line. */
    public String reveal() {
        return value;
    }

    /** Compares in constant time. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that
                && MessageDigest.isEqual(value.getBytes(UTF_8), that.value.getBytes(UTF_8));
    }

    @Override
    public int hashCode() {
        return Secret.class.hashCode();
    }

    @Override
    public String toString() {
        return "***";
    }
}
