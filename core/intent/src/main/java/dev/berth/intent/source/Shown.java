package dev.berth.intent.source;

/** Makes text of strangers safe to show: short, on one line, without control characters. */
final class Shown {

    private static final int SHORT = 80;

    private Shown() {}

    /** Returns {@code text} in quotes, shortened. */
    static String quoted(String text) {
        return '"' + text(text, SHORT) + '"';
    }

    /** Returns at most {@code longest} characters of {@code text}. */
    static String text(String text, int longest) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(longest).forEach(point -> append(shown, point));
        return text.codePointCount(0, text.length()) > longest
                ? shown.append("...").toString()
                : shown.toString();
    }

    private static void append(StringBuilder shown, int point) {
        switch (Character.getType(point)) {
            // FORMAT holds the characters that reverse the direction of what follows
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED ->
                    shown.append(String.format("\\u%04x", point));
            default -> shown.appendCodePoint(point);
        }
    }
}
