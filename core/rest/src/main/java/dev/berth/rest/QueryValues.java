package dev.berth.rest;

import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Reads values in a query; the framework would answer 404 to a wrong one. */
public final class QueryValues {

    private static final Pattern YEAR = Pattern.compile("^[0-9]{4}-");

    private QueryValues() {}

    /** Returns the number that {@code text} is. */
    public static int read(String pointer, String text) {
        List<Problem> problems = new ArrayList<>();
        int number = read(pointer, text, problems);
        refuse(problems);
        return number;
    }

    /** Returns the number that {@code text} is, 0 to {@code most}. */
    public static int read(String pointer, String text, int most) {
        int number = read(pointer, text);
        if (number < 0 || number > most) {
            refuse(List.of(new Problem(pointer, "must be 0 to " + most)));
        }
        return number;
    }

    /** Returns the number that {@code text} is; empty for empty text. */
    public static OptionalLong readLong(String pointer, String text) {
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!text.matches("[0-9]{1,18}")) {
            refuse(List.of(wrong(pointer)));
        }
        return OptionalLong.of(Long.parseLong(text));
    }

    /** Returns whether {@code text} is {@code true}; it may also be {@code false}. */
    public static boolean readFlag(String pointer, String text) {
        if (!text.matches("true|false")) {
            refuse(List.of(new Problem(pointer, "must be true or false")));
        }
        return Boolean.parseBoolean(text);
    }

    /** Returns what {@code parser} makes of {@code text}; empty for empty text. */
    public static <T> Optional<T> readParsed(
            String pointer, String text, Function<String, Optional<T>> parser, String message) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<T> value = parser.apply(text);
        if (value.isEmpty()) {
            refuse(List.of(new Problem(pointer, message)));
        }
        return value;
    }

    /** Returns the moment that {@code text} is, as RFC 3339 has it; empty for empty text. */
    public static Optional<Instant> readMoment(String pointer, String text) {
        return readParsed(
                pointer, text, QueryValues::moment, "must be a date like 2027-01-31T12:00:00Z");
    }

    /** A year of RFC 3339 has four digits; the database knows few that have more. */
    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(text).filter(YEAR.asPredicate()).map(Instant::parse);
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    static int read(String pointer, String text, List<Problem> problems) {
        if (!text.matches("-?[0-9]{1,9}")) {
            problems.add(wrong(pointer));
            return 0;
        }
        return Integer.parseInt(text);
    }

    private static Problem wrong(String pointer) {
        return new Problem(pointer, "must be a whole number");
    }

    private static void refuse(List<Problem> problems) {
        if (!problems.isEmpty()) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "cannot read the query", problems);
        }
    }
}
