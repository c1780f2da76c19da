package dev.berth.rest.inner;

import dev.berth.model.Problem;
import dev.berth.model.ResourceType;
import dev.berth.model.UserId;
import dev.berth.work.usage.UsageReport;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a resource was used for, as whoever serves it reports it. */
public record UsageReportBody(
        String userId,
        String resourceId,
        String resourceType,
        long datachange,
        String timespanStart,
        String timespanEnd) {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /** Clocks need not agree. */
    private static final Duration AHEAD = Duration.ofMinutes(5);

    private static final String MOMENT =
            "must be a date like 2027-01-31T12:00:00Z, from 2000 on and not to come";

    /** Returns all that is wrong with it. */
    List<Problem> problems(Instant now) {
        List<Problem> problems = new ArrayList<>();
        note(UserId.parse(userId).isPresent(), "/user_id", "must be a user's id", problems);
        note(
                resourceId.matches("[!-~]{1,64}"),
                "/resource_id",
                "must be 1 to 64 letters, digits and signs",
                problems);
        note(
                ResourceType.parse(resourceType).isPresent(),
                "/resource_type",
                "must be one of " + String.join(", ", ResourceType.words()),
                problems);
        boolean begins = isTimely(timespanStart, now);
        boolean ends = isTimely(timespanEnd, now);
        note(begins, "/timespan_start", MOMENT, problems);
        note(ends, "/timespan_end", MOMENT, problems);
        note(
                !begins || !ends || start().isBefore(end()),
                "/timespan_end",
                "must be after timespan_start",
                problems);
        return problems;
    }

    /** Returns it, where nothing is wrong with it. */
    UsageReport report() {
        return new UsageReport(
                UserId.parse(userId).orElseThrow(),
                ResourceType.parse(resourceType).orElseThrow(),
                resourceId,
                datachange,
                start(),
                end());
    }

    private Instant start() {
        return moment(timespanStart).orElseThrow();
    }

    private Instant end() {
        return moment(timespanEnd).orElseThrow();
    }

    private static boolean isTimely(String text, Instant now) {
        return moment(text)
                .filter(at -> !at.isBefore(EARLIEST) && !at.isAfter(now.plus(AHEAD)))
                .isPresent();
    }

    /** As fine as the database has it, so that a span is the same when it comes again. */
    private static Optional<Instant> moment(String text) {
        try {
            return Optional.of(Instant.parse(text).truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static void note(boolean fine, String pointer, String message, List<Problem> problems) {
        if (!fine) {
            problems.add(new Problem(pointer, message));
        }
    }
}
