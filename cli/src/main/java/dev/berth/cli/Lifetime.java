package dev.berth.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.TypeConversionException;

/** Reads how long something lives: {@code 90d}, {@code 1d12h}, or a shorter duration. */
final class Lifetime {

    // a hundred thousand days is the year 2300
    private static final Pattern TEXT = Pattern.compile("(?:([0-9]{1,5})d)?(.*)");

    private Lifetime() {}

    static Duration read(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (matcher.matches()) {
            String days = matcher.group(1);
            String rest = matcher.group(2);
            try {
                return Duration.ofDays(days == null ? 0 : Long.parseLong(days))
                        .plus(days != null && rest.isEmpty() ? Duration.ZERO : shorter(rest));
            } catch (TypeConversionException refusedBelow) {
                // said of the whole
            }
        }
        throw new Failure(
                ExitStatus.USAGE, "'%s' is not a duration like 90d, 12h or 1h30m".formatted(text));
    }

    private static Duration shorter(String text) {
        return new DurationText().convert(text);
    }
}
