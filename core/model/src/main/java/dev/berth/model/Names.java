package dev.berth.model;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a name that people choose may look like. */
public final class Names {

    /** Longest name of a worker or component: it has to fit a DNS label with a prefix. */
    public static final int LONGEST = 40;

    private static final Pattern LABEL =
            Pattern.compile("[a-z](?:[a-z0-9-]{0," + (LONGEST - 2) + "}[a-z0-9])?");

    private Names() {}

    /** Returns what is wrong with {@code name}; empty where nothing is. */
    public static Optional<Problem> check(String pointer, String name) {
        return LABEL.matcher(name).matches()
                ? Optional.empty()
                : Optional.of(
                        new Problem(
                                pointer,
                                "must be 1 to "
                                        + LONGEST
                                        + " lower-case letters, digits and dashes, begin with a"
                                        + " letter and not end with a dash"));
    }
}
