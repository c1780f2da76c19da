package dev.berth.cli;

/** Colours the words that say how something is. */
final class Status {

    private Status() {}

    static String coloured(String word) {
        return switch (word) {
            case "active", "success", "succeeded", "ok" -> paint("32", word);
            case "loading", "pending", "running", "retrying", "deleting" -> paint("33", word);
            case "error", "failed", "degraded" -> paint("31", word);
            default -> word;
        };
    }

    private static String paint(String colour, String word) {
        return "\u001b[" + colour + "m" + word + "\u001b[0m";
    }
}
