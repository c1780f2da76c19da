package dev.berth.model;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A personal access token, without what proves it.
 *
 * @param id names it
 * @param name what its owner calls it; no two that he has are called alike
 * @param rights what it may be used for, and until when
 * @param createdAt since when there is it
 * @param lastUsedAt when it was used last, to the minute; empty for never
 */
public record Token(
        TokenId id, String name, Rights rights, Instant createdAt, Optional<Instant> lastUsedAt) {

    /** Longest name. */
    public static final int LONGEST_NAME = 100;

    // nothing that a terminal or a page could take for more than text
    private static final Pattern NAME =
            Pattern.compile("(?! )[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]{1," + LONGEST_NAME + "}(?<! )");

    /** Returns what is wrong with {@code name}; empty where nothing is. */
    public static Optional<Problem> checkName(String pointer, String name) {
        return NAME.matcher(name).matches()
                ? Optional.empty()
                : Optional.of(
                        new Problem(
                                pointer,
                                "must be 1 to "
                                        + LONGEST_NAME
                                        + " letters, digits, signs and spaces, with no space at"
                                        + " either end"));
    }

    /** Returns whether it may still be used. */
    public boolean lives(Instant now) {
        return !rights.over(now);
    }
}
