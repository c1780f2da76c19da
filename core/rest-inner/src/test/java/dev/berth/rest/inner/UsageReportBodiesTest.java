package dev.berth.rest.inner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import dev.berth.model.ResourceType;
import dev.berth.model.UserId;
import dev.berth.rest.OneOrMany;
import dev.berth.work.usage.UsageReport;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageReportBodiesTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String USER = "00000000-0000-0000-0000-000000000007";
    private static final String START = "2026-11-21T10:00:00Z";
    private static final String END = "2026-11-21T11:00:00Z";

    @Test
    void reportsAreReadAsFineAsTheyAreKept() {
        UsageReportBody body = body(USER, "a1", "rdb", "2026-11-21T12:00:00.123456789+02:00", END);

        assertThat(one(body).reports(NOW))
                .containsExactly(
                        new UsageReport(
                                new UserId(new UUID(0, 7)),
                                ResourceType.RDB,
                                "a1",
                                -5,
                                Instant.parse("2026-11-21T10:00:00.123456Z"),
                                Instant.parse(END)));
    }

    @ParameterizedTest
    @CsvSource({
        "x, a, rdb, 2026-11-21T10:00:00Z, 2026-11-21T11:00:00Z, /user_id",
        "00000000-0000-0000-0000-000000000007, a b, rdb, 2026-11-21T10:00:00Z,"
                + " 2026-11-21T11:00:00Z, /resource_id",
        "00000000-0000-0000-0000-000000000007, a, disk, 2026-11-21T10:00:00Z,"
                + " 2026-11-21T11:00:00Z, /resource_type",
        "00000000-0000-0000-0000-000000000007, a, kv, yesterday, 2026-11-21T11:00:00Z,"
                + " /timespan_start",
        "00000000-0000-0000-0000-000000000007, a, kv, -999999999-01-01T00:00:00Z,"
                + " 2026-11-21T11:00:00Z, /timespan_start",
        "00000000-0000-0000-0000-000000000007, a, kv, 2026-11-21T10:00:00Z,"
                + " 2026-11-21T12:06:00Z, /timespan_end",
        "00000000-0000-0000-0000-000000000007, a, kv, 2026-11-21T10:00:00Z,"
                + " 2026-11-21T10:00:00.000000900Z, /timespan_end",
    })
    void whatCannotBeIsMalformed(
            String user, String resource, String type, String start, String end, String pointer) {
        Refusal refusal =
                catchThrowableOfType(
                        Refusal.class,
                        () -> one(body(user, resource, type, start, end)).reports(NOW));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED);
        assertThat(refusal.problems()).extracting(Problem::pointer).containsExactly(pointer);
    }

    @Test
    void pointersNameThePlaceInAList() {
        UsageReportBody good = body(USER, "a", "kv", START, END);
        UsageReportBody bad = body(USER, "", "kv", START, END);

        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> many(List.of(good, bad)).reports(NOW));

        assertThat(refusal.problems())
                .extracting(Problem::pointer)
                .containsExactly("/1/resource_id");
        assertThat(many(List.of(good, good)).strangers(List.of(1)).problems())
                .extracting(Problem::pointer)
                .containsExactly("/1/user_id");
    }

    @Test
    void thereAreReportsAndNotTooMany() {
        UsageReportBody good = body(USER, "a", "kv", START, END);

        assertThat(refusal(many(List.of()))).isEqualTo(Refusal.Kind.MALFORMED);
        assertThat(refusal(many(Collections.nCopies(1001, good))))
                .isEqualTo(Refusal.Kind.MALFORMED);
        assertThat(many(Collections.nCopies(1000, good)).reports(NOW)).hasSize(1000);
    }

    private static Refusal.Kind refusal(UsageReportBodies bodies) {
        return catchThrowableOfType(Refusal.class, () -> bodies.reports(NOW)).kind();
    }

    private static UsageReportBody body(
            String user, String resource, String type, String start, String end) {
        return new UsageReportBody(user, resource, type, -5, start, end);
    }

    private static UsageReportBodies one(UsageReportBody body) {
        return new UsageReportBodies(new OneOrMany<>(List.of(body), false));
    }

    private static UsageReportBodies many(List<UsageReportBody> bodies) {
        return new UsageReportBodies(new OneOrMany<>(bodies, true));
    }
}
