package dev.berth.rest;

import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Reads values in a query; the framework would answer 404 to a wrong one. */
public final class QueryValues {

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
