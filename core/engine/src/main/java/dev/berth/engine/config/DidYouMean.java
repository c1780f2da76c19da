package dev.berth.engine.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what a mistyped word was meant to be. */
public final class DidYouMean {

    private DidYouMean() {}

    /** Returns {@code ; did you mean 'x'?}, or nothing where no known word is near. */
    public static String hint(String word, Collection<String> known) {
        return nearest(word, known).map(near -> "; did you mean '" + near + "'?").orElse("");
    }

    static Optional<String> nearest(String word, Collection<String> known) {
        int limit = Math.max(2, word.length() / 3);
        return known.stream()
                .filter(candidate -> distance(word, candidate) <= limit)
                .min(
                        Comparator.comparingInt((String candidate) -> distance(word, candidate))
                                .thenComparing(Comparator.naturalOrder()));
    }

    /** Levenshtein's distance, row by row. */
    private static int distance(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            previous = nextRow(from.charAt(row - 1), to, previous, row);
        }
        return previous[to.length()];
    }

    private static int[] nextRow(char letter, String to, int[] previous, int row) {
        int[] current = new int[previous.length];
        current[0] = row;
        for (int column = 1; column < current.length; column++) {
            int replaced = previous[column - 1] + (letter == to.charAt(column - 1) ? 0 : 1);
            int shorter = Math.min(previous[column], current[column - 1]) + 1;
            current[column] = Math.min(replaced, shorter);
        }
        return current;
    }
}
