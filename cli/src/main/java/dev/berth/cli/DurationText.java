package dev.berth.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations like {@code 90s}, {@code 5m} and {@code 1h30m}. */
final class DurationText implements ITypeConverter<Duration> {

    private static final Pattern TEXT =
            Pattern.compile(
                    "(?=.)(?:([0-9]{1,6})h)?(?:([0-9]{1,6})m)?(?:([0-9]{1,6})s)?"
                            + "(?:([0-9]{1,6})ms)?");

    @Override
    public Duration convert(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new TypeConversionException(
                    "'%s' is not a duration like 90s, 5m or 1h30m".formatted(text));
        }
        return Duration.ofHours(part(matcher, 1))
                .plusMinutes(part(matcher, 2))
                .plusSeconds(part(matcher, 3))
                .plusMillis(part(matcher, 4));
    }

    /** Writes a duration as it is read. */
    static String write(Duration duration) {
        String text =
                unit(duration.toHours(), "h")
                        + unit(duration.toMinutesPart(), "m")
                        + unit(duration.toSecondsPart(), "s")
                        + unit(duration.toMillisPart(), "ms");
        return text.isEmpty() ? "0s" : text;
    }

    private static String unit(long count, String unit) {
        return count == 0 ? "" : count + unit;
    }

    private static long part(Matcher matcher, int group) {
        String digits = matcher.group(group);
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
