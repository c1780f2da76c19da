package dev.berth.store.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.intent.usage.ResourceUsage;
import dev.berth.intent.usage.ResourceUsageStore.Period;
import dev.berth.model.Page;
import dev.berth.model.Paged;
import dev.berth.model.ResourceType;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import dev.berth.store.World;
import dev.berth.store.World.Tenant;
import dev.berth.work.cron.CronJob;
import dev.berth.work.usage.UsageReport;
import dev.berth.work.usage.UsageReports;
import dev.berth.work.usage.UsageReports.Kept;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What is reported of the use of resources, and what a tenant sees of it. */
class UsageReportsIT {

    private static final World WORLD = new World();
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.000001Z");
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Period EVER = new Period(Optional.empty(), Optional.empty());

    private final UsageReports reports = WORLD.inner.usage();
    private final Tenant ada = WORLD.tenant();
    private final Tenant bob = WORLD.tenant();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void spanThatComesAgainCountsOnce() {
        UsageReport first = report(ada, "a", 0, 100);
        UsageReport second = report(ada, "a", 1, -30);

        Kept kept = reports.keep(List.of(first, second, first));
        Kept again = reports.keep(List.of(second, report(ada, "a", 0, 7)));

        assertThat(kept).isEqualTo(new Kept.All(2));
        assertThat(again).isEqualTo(new Kept.All(0));
        assertThat(usage(ada, EVER).items())
                .containsExactly(
                        new ResourceUsage(
                                ResourceType.KV, "a", 70, 2, NOON, NOON.plus(HOUR).plus(HOUR)));
    }

    @Test
    void tenantsSeeTheirOwn() {
        reports.keep(List.of(report(ada, "a", 0, 1), report(bob, "a", 0, 5)));

        assertThat(usage(bob, EVER).items())
                .extracting(ResourceUsage::datachange)
                .containsExactly(5L);
        assertThat(
                        WORLD.transactions
                                .call(
                                        () ->
                                                WORLD.outer
                                                        .resourceUsage()
                                                        .list(
                                                                new TenantId(UUID.randomUUID()),
                                                                EVER,
                                                                Page.FIRST))
                                .total())
                .isZero();
    }

    @Test
    void oneStrangerHasAllRefused() {
        UsageReport stranger =
                new UsageReport(
                        new UserId(UUID.randomUUID()),
                        ResourceType.KV,
                        "a",
                        1,
                        NOON,
                        NOON.plus(HOUR));

        Kept kept = reports.keep(List.of(report(ada, "a", 0, 1), stranger));

        assertThat(kept).isEqualTo(new Kept.Strangers(List.of(1)));
        assertThat(usage(ada, EVER).total()).isZero();
    }

    @Test
    void onlySpansThatBeganInThePeriodCount() {
        reports.keep(
                List.of(
                        report(ada, "a", 0, 1),
                        report(ada, "a", 1, 10),
                        report(ada, "a", 2, 100),
                        report(ada, "b", 5, 1000)));

        Paged<ResourceUsage> some =
                usage(
                        ada,
                        new Period(
                                Optional.of(NOON.plus(HOUR)),
                                Optional.of(NOON.plus(HOUR).plus(HOUR))));

        assertThat(some.items()).extracting(ResourceUsage::datachange).containsExactly(10L);
        assertThat(usage(ada, EVER).total()).isEqualTo(2);
    }

    @Test
    void sumThatNoNumberCanSayIsTheMostThatOneCan() {
        reports.keep(
                List.of(report(ada, "a", 0, Long.MAX_VALUE), report(ada, "a", 1, Long.MAX_VALUE)));

        assertThat(usage(ada, EVER).items())
                .extracting(ResourceUsage::datachange)
                .containsExactly(Long.MAX_VALUE);
    }

    @Test
    void reportsOfLongAgoArePurged() {
        CronJob purge = new CronJob.PurgeUsage(Duration.ofDays(400));
        WORLD.inner.cron().fire(purge, HOUR);
        reports.keep(List.of(report(ada, "a", 0, 1), report(ada, "a", -24 * 1000, 1)));
        WORLD.sql("UPDATE cron_jobs SET due_at = now() WHERE job = 'purge-usage'");

        assertThat(WORLD.inner.cron().fire(purge, HOUR)).hasValue(1);
        assertThat(usage(ada, EVER).items()).extracting(ResourceUsage::reports).containsExactly(1L);
    }

    private static UsageReport report(Tenant tenant, String resource, int hour, long datachange) {
        Instant start = NOON.plus(HOUR.multipliedBy(hour));
        return new UsageReport(
                tenant.user(), ResourceType.KV, resource, datachange, start, start.plus(HOUR));
    }

    private static Paged<ResourceUsage> usage(Tenant tenant, Period period) {
        return WORLD.transactions.call(
                () -> WORLD.outer.resourceUsage().list(tenant.id(), period, Page.FIRST));
    }
}
