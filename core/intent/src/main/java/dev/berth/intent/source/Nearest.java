package dev.berth.intent.source;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds what somebody probably meant. */
final class Nearest {

    private static final int LONGEST = 64;

    private Nearest() {}

    /** Returns the one of {@code known} that {@code word} is a slip of; empty where none is. */
    static Optional<String> to(String word, List<String> known) {
        String asked = word.toLowerCase(Locale.ROOT);
        return asked.length() > LONGEST
                ? Optional.empty()
                : known.stream()
                        .filter(one -> distance(asked, lower(one)) <= 1 + one.length() / 4)
                        .min(Comparator.comparingInt(one -> distance(asked, lower(one))));
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    private static int distance(String left, String right) {
        int[] row = new int[right.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= left.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                int above = row[column];
                int swap = left.charAt(line - 1) == right.charAt(column - 1) ? 0 : 1;
                row[column] = Math.min(Math.min(above, row[column - 1]) + 1, diagonal + swap);
                diagonal = above;
            }
        }
        return row[right.length()];
    }
}
