package dev.berth.rest;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From when on lines of a log are wanted: a moment, or so long ago. */
public sealed interface LogSince {

    /** A moment. */
    record Moment(Instant moment) implements LogSince {}

    /** So long before now. */
    record Ago(Duration duration) implements LogSince {}

    /** Returns the moment, where it is {@code now} now. */
    default Instant moment(Instant now) {
        return switch (this) {
            case Moment(Instant moment) -> moment;
            case Ago(Duration duration) -> now.minus(duration);
        };
    }

    /** Reads what {@code 10m}, {@code 1h30m}, {@code 2d} or a date of RFC 3339 says. */
    static Optional<LogSince> parse(String text) {
        Matcher duration = Format.DURATION.matcher(text);
        return duration.matches()
                ? Optional.of(new Ago(Format.duration(duration)))
                : Format.moment(text);
    }

    /** How it is written. */
    final class Format {

        private static final Pattern DURATION =
                Pattern.compile(
                        "(?=.)(?:([0-9]{1,5})d)?(?:([0-9]{1,6})h)?(?:([0-9]{1,6})m)?(?:([0-9]{1,9})s)?");

        private Format() {}

        private static Duration duration(Matcher matcher) {
            return Duration.ofDays(part(matcher, 1))
                    .plusHours(part(matcher, 2))
                    .plusMinutes(part(matcher, 3))
                    .plusSeconds(part(matcher, 4));
        }

        private static long part(Matcher matcher, int group) {
            String digits = matcher.group(group);
            return digits == null ? 0 : Long.parseLong(digits);
        }

        private static Optional<LogSince> moment(String text) {
            try {
                return Optional.of(new Moment(OffsetDateTime.parse(text).toInstant()));
            } catch (DateTimeException none) {
                return Optional.empty();
            }
        }
    }
}
