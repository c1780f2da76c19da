package dev.berth.intent.audit;

/** Makes text of others fit for the log: not long, and nothing that steers a terminal. */
final class Plain {

    private static final int LONGEST = 300;

    private Plain() {}

    static String of(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", "\uFFFD");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST - 1) + "…";
    }
}
