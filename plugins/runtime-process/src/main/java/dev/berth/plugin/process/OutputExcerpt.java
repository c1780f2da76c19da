package dev.berth.plugin.process;

import dev.berth.spi.LogLine;
import dev.berth.spi.Secret;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** The end of what an instance wrote, fit for a message: short, and without its secrets. */
final class OutputExcerpt {

    private static final int LINES = 10;
    private static final int LONGEST = 2_000;
    private static final int SHORTEST_SECRET = 4;

    private OutputExcerpt() {}

    static String of(Instance instance, Collection<Secret> secrets) {
        List<String> lines =
                InstanceLog.newest(instance, LINES).stream().map(LogLine::text).toList();
        if (lines.isEmpty()) {
            return "it wrote nothing";
        }
        String text = String.join("\n", lines);
        for (Secret secret : secrets) {
            text = masked(text, secret.reveal());
        }
        String end = text.length() > LONGEST ? text.substring(text.length() - LONGEST) : text;
        return "last lines of its output:\n" + end;
    }

    /** Masks a secret, and each line of it: some of them may be too far back to be shown. */
    private static String masked(String text, String secret) {
        // a very short one would be found in every word
        return Stream.concat(Stream.of(secret), secret.lines())
                .filter(part -> part.length() >= SHORTEST_SECRET)
                .reduce(text, (masked, part) -> masked.replace(part, "***"));
    }
}
