package dev.berth.store.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.intent.event.EventPosition;
import dev.berth.intent.event.EventStore;
import dev.berth.intent.worker.WorkerStore;
import dev.berth.model.Page;
import dev.berth.model.Task;
import dev.berth.model.TaskId;
import dev.berth.model.WorkerId;
import dev.berth.store.Crowd;
import dev.berth.store.World;
import dev.berth.store.World.Tenant;
import dev.berth.work.Claim;
import dev.berth.work.cron.CronJob;
import dev.berth.work.task.Room;
import dev.berth.work.task.TaskQueue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is asked often never reads a whole table, however long that is: 100,000 rows here. */
class HotQueriesIT {

    private static final World WORLD = new World();
    private static final int TENANTS = 100;
    private static final Room SOME = Room.of(32);

    private static final Tenant TENANT = WORLD.tenant();

    private final TaskQueue queue = WORLD.inner.queue();

    @BeforeAll
    static void fill() {
        Crowd crowd = new Crowd(WORLD);
        crowd.add(WORLD.tenant(), "process", 1000);
        // else each insertion is planned for tables that are empty
        WORLD.sql("ANALYZE");
        for (int i = 2; i < TENANTS; i++) {
            crowd.add(WORLD.tenant(), "process", 1000);
        }
        crowd.add(TENANT, "process", 1000);
        WORLD.sql("UPDATE tasks SET state = 'succeeded', finished_at = now() WHERE seq % 100 <> 0");
        WORLD.sql("VACUUM ANALYZE");
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void claimingAndSettlingReadNoWholeTable() {
        assertThat(
                        scanned(
                                () -> {
                                    List<Claim> claims = queue.claim("inner-1", SOME);
                                    queue.renew("inner-1", claims);
                                    queue.settle(claims.get(0), 2, Optional.empty());
                                    queue.again(claims.get(1), Duration.ZERO);
                                    queue.retry(claims.get(2), Duration.ZERO, "away");
                                    queue.claim("inner-2", Room.of(0));
                                }))
                .isEmpty();
    }

    @Test
    void listsOfTasksReadNoWholeTable() {
        TaskId one = tasks().getFirst();

        assertThat(
                        scanned(
                                () -> {
                                    tasks();
                                    WORLD.transactions.run(
                                            () -> WORLD.outer.tasks().find(TENANT.id(), one));
                                }))
                .isEmpty();
    }

    @Test
    void listsOfWorkersReadNoWholeTable() {
        WorkerStore workers = WORLD.outer.workers();
        WorkerId one = worker();

        assertThat(
                        scanned(
                                () ->
                                        WORLD.transactions.run(
                                                () -> {
                                                    workers.list(TENANT.id(), Page.FIRST);
                                                    workers.find(TENANT.id(), one);
                                                    workers.status(TENANT.id(), one);
                                                    workers.versions(TENANT.id(), one, Page.FIRST);
                                                    workers.releases(TENANT.id(), one);
                                                    workers.configuration(TENANT.id(), one);
                                                })))
                .isEmpty();
    }

    @Test
    void whatIsKnownOfAWorkerIsReadWithoutAWholeTable() {
        WorkerId one = worker();

        assertThat(scanned(() -> WORLD.inner.records().load(one))).isEmpty();
    }

    @Test
    void eventsAreTakenFromTheFrontOfTheTable() {
        assertThat(WORLD.number("SELECT count(*) FROM outbox")).isGreaterThan(100_000);

        assertThat(scanned(() -> WORLD.inner.outbox().drain(200, List::size))).isEmpty();
    }

    @Test
    void eventsAreReadFromWhereAClientWas() {
        EventStore events = WORLD.outer.events();
        EventPosition start = events.floor();

        assertThat(
                        scanned(
                                () -> {
                                    events.between(start, events.settled(), 500);
                                    events.between(TENANT.id(), start, events.settled(), 200);
                                }))
                .isEmpty();
    }

    @Test
    void dutiesReadNoWholeTable() {
        CronJob tasks = new CronJob.PurgeTasks(Duration.ofDays(7));
        CronJob attempts = new CronJob.PurgeAttempts(Duration.ofDays(7));
        CronJob events = new CronJob.PurgeEvents(Duration.ofDays(7));
        CronJob told = new CronJob.PurgeTold(Duration.ofDays(1));
        List.of(tasks, attempts, events, told)
                .forEach(job -> WORLD.inner.cron().fire(job, Duration.ZERO));

        assertThat(
                        scanned(
                                () ->
                                        List.of(tasks, attempts, events, told)
                                                .forEach(
                                                        job ->
                                                                WORLD.inner
                                                                        .cron()
                                                                        .fire(job, Duration.ZERO))))
                .isEmpty();
    }

    private List<TaskId> tasks() {
        return WORLD.transactions.call(
                () ->
                        WORLD.outer.tasks().list(TENANT.id(), Page.FIRST).items().stream()
                                .map(Task::id)
                                .toList());
    }

    private static WorkerId worker() {
        return WORLD.transactions.call(
                () ->
                        WORLD.outer
                                .workers()
                                .list(TENANT.id(), Page.FIRST)
                                .items()
                                .getFirst()
                                .worker()
                                .id());
    }

    /** Returns the long tables that were read as a whole, and how often, as PostgreSQL counts. */
    private static Map<String, Long> scanned(Runnable work) {
        Map<String, Long> before = scans();
        work.run();
        Map<String, Long> now = new TreeMap<>(scans());
        now.entrySet().removeIf(table -> table.getValue().equals(before.get(table.getKey())));
        return now;
    }

    // each transaction of a test has a connection of its own, and its end writes the counts
    private static Map<String, Long> scans() {
        Map<String, Long> scans = new TreeMap<>();
        for (String table :
                List.of("tasks", "workers", "versions", "releases", "config_revisions", "outbox")) {
            scans.put(
                    table,
                    WORLD.number(
                            "SELECT coalesce(seq_scan, 0) FROM pg_stat_user_tables"
                                    + " WHERE relname = '%s'".formatted(table)));
        }
        return scans;
    }
}
