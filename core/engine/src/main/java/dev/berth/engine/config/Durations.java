package dev.berth.engine.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code 250ms}, {@code 10s}, {@code 5m}, {@code 2h}, {@code 1d}, {@code PT10S}. */
public final class Durations {

    private static final Pattern SHORT = Pattern.compile("([0-9]{1,12})(ms|s|m|h|d)");

    private Durations() {}

    /** Returns what {@code text} says; throws where it says nothing. */
    public static Duration parse(String text) {
        Matcher matcher = SHORT.matcher(text);
        return matcher.matches()
                ? of(Long.parseLong(matcher.group(1)), matcher.group(2))
                : iso(text);
    }

    private static Duration of(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private static Duration iso(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException notIso) {
            throw new IllegalArgumentException(notIso);
        }
    }
}
