package dev.berth.cli;

/** Makes text of others harmless for a terminal: what would steer it is shown as an escape. */
final class SafeText {

    private SafeText() {}

    static String of(String text) {
        if (text.chars().noneMatch(SafeText::steers)) {
            return text;
        }
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.chars().forEach(unit -> append(safe, (char) unit));
        return safe.toString();
    }

    private static void append(StringBuilder safe, char unit) {
        if (steers(unit)) {
            safe.append(String.format("\\u%04x", (int) unit));
        } else {
            safe.append(unit);
        }
    }

    // control characters but the tab; line and paragraph separators; marks that turn the direction
    private static boolean steers(int unit) {
        return (Character.isISOControl(unit) && unit != '\t')
                || (unit >= '\u200e' && unit <= '\u200f')
                || (unit >= '\u2028' && unit <= '\u202e')
                || (unit >= '\u2066' && unit <= '\u2069');
    }
}
