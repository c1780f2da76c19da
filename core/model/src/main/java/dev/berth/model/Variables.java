package dev.berth.model;

import java.util.Optional;
import java.util.regex.Pattern;

/** What the variables of a worker's environment, secret ones too, may be called and hold. */
public final class Variables {

    /** Most of them, secrets among them, that a worker has. */
    public static final int MOST = 1000;

    /** Most bytes that the names and values of all have together. */
    public static final int MOST_BYTES = 256 * 1024;

    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_VALUE = 32_768;

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern RESERVED =
            Pattern.compile("PORT|PATH|HOME|TMPDIR|LANG|(?:COMBINATOR_|BERTH_|_BERTH_).*");

    private Variables() {}

    /** Returns what is wrong with the name of one; empty where nothing is. */
    static Optional<Problem> checkName(String pointer, String name) {
        if (name.length() > LONGEST_NAME) {
            return problem(
                    pointer, "is too long: a name has at most " + LONGEST_NAME + " characters");
        }
        if (!NAME.matcher(name).matches()) {
            return problem(
                    pointer,
                    "is not a name for an environment variable: those are letters, digits and \"_\","
                            + " and begin with no digit");
        }
        return RESERVED.matcher(name).matches()
                ? problem(
                        pointer,
                        "is reserved: Berth sets PORT, PATH, HOME, TMPDIR, LANG and what begins with"
                                + " COMBINATOR_, BERTH_ or _BERTH_")
                : Optional.empty();
    }

    /** Returns what is wrong with a value, and nothing of it; empty where nothing is. */
    static Optional<Problem> checkValue(String pointer, String value) {
        if (value.length() > LONGEST_VALUE) {
            return problem(
                    pointer, "is too long: a value has at most " + LONGEST_VALUE + " characters");
        }
        return value.codePoints().anyMatch(Variables::cannotBePassedOn)
                ? problem(pointer, "must not hold the character NUL or half of a surrogate pair")
                : Optional.empty();
    }

    private static boolean cannotBePassedOn(int character) {
        return character == 0 || Character.getType(character) == Character.SURROGATE;
    }

    private static Optional<Problem> problem(String pointer, String message) {
        return Optional.of(new Problem(pointer, message));
    }
}
