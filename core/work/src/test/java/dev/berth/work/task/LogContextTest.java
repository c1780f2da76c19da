package dev.berth.work.task;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.berth.spi.PluginException;
import dev.berth.work.LogContext;
import dev.berth.work.PluginBug;
import dev.berth.work.cron.Cron;
import dev.berth.work.cron.CronJob;
import dev.berth.work.event.EventRelay;
import dev.berth.work.reconcile.Reconciler;
import dev.berth.work.reconcile.Routes;
import dev.berth.work.worker.Facts;
import dev.berth.work.worker.FakePlugins;
import dev.berth.work.worker.FakeRecords;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each line says in fields, not in its text, which part of Inner wrote it and about what. */
@Timeout(20)
class LogContextTest {

    private static final CronJob JOB = new CronJob.PurgeTasks(Duration.ofDays(1));
    private static final Map<String, String> TASK =
            Map.of(
                    "tenant_id", "00000000-0000-0000-0000-000000000002",
                    "worker_id", "0000000a",
                    "task_id", "00000000-0000-0000-0000-000000000001",
                    "task_type", "worker.deploy",
                    "attempt", "1",
                    "request_id", "request");

    private final LoggedLines lines = LoggedLines.listening();
    private final FakeQueue queue = new FakeQueue();
    private final FakePlugins plugins = new FakePlugins();
    private final FakeRecords records = new FakeRecords();
    private final BlockingQueue<Map<String, String>> seen = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> ended = new LinkedBlockingQueue<>();

    LogContextTest() {
        records.facts = Optional.of(Facts.of(Facts.worker(1, 2), 0, Facts.fresh(1)));
    }

    @AfterEach
    void close() {
        lines.close();
    }

    @Test
    void linesOfATaskNameItsTenantItsWorkerAndItself() throws InterruptedException {
        plugins.failure = Optional.of(new PluginBug("broken", new IllegalStateException()));

        process();

        assertThat(lines.fieldsOf("task failed"))
                .singleElement()
                .satisfies(
                        fields ->
                                assertThat(fields)
                                        .containsAllEntriesOf(TASK)
                                        .contains(entry("component", "job")));
    }

    @Test
    void whatIsLoggedInAReconciliationIsTheControllersAndNamesTheTaskToo()
            throws InterruptedException {
        plugins.strategy =
                _ -> {
                    seen.add(LogContext.current().fields());
                    throw new PluginException(PluginException.Kind.DENIED, "of the test");
                };

        process();

        assertThat(seen.take())
                .containsAllEntriesOf(TASK)
                .contains(entry("component", "controller"));
    }

    @Test
    void linesAboutAllClaimsAreTheProcessors() throws InterruptedException {
        try (EventRelay relay =
                new EventRelay(
                        (_, _) -> {
                            seen.add(LogContext.current().fields());
                            return 0;
                        },
                        _ -> 0)) {
            relay.start();

            assertThat(seen.take()).containsExactly(entry("component", "processor"));
        }
    }

    @Test
    void aLeaseThatIsLostIsToldOfWithItsTask() throws InterruptedException {
        Leases leases = new Leases(queue, "inner", System::nanoTime);
        CountDownLatch stopped = new CountDownLatch(1);
        leases.hold(Facts.CLAIM, () -> untilInterrupted(stopped), () -> {});
        queue.lost = true;

        LogContext.of(LogContext.Component.PROCESSOR).run(() -> leases.interrupt(leases.renew()));

        assertThat(stopped.await(10, SECONDS)).isTrue();
        assertThat(lines.fieldsOf("lease lost, stopping its run"))
                .singleElement()
                .satisfies(
                        fields ->
                                assertThat(fields)
                                        .containsAllEntriesOf(TASK)
                                        .contains(entry("component", "processor")));
    }

    @Test
    void dutiesOfTheClockAreNamed() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        Cron cron =
                new Cron(
                        (_, _) -> OptionalInt.of(3),
                        Map.of(JOB, Duration.ofHours(1)),
                        Duration.ofHours(1),
                        (_, _) -> done.countDown());

        cron.start();

        assertThat(done.await(10, SECONDS)).isTrue();
        cron.close();
        assertThat(lines.fieldsOf("duty done; rows=3"))
                .containsExactly(Map.of("component", "cron", "job", "purge-tasks"));
    }

    @Test
    void nothingIsSaidOfWorkThatIsOver() {
        LogContext.of(LogContext.Component.CRON).run(() -> {});

        assertThat(LogContext.current().fields()).isEmpty();
    }

    private void process() throws InterruptedException {
        InstantSource clock = InstantSource.system();
        ProcessorSettings settings = Scenes.settings(1, 1, 1);
        Routes routes = new Routes(records, plugins, id -> id + ".worker.localhost");
        queue.due.add(Facts.CLAIM);
        try (Processor processor =
                new Processor(
                        settings,
                        () -> true,
                        queue,
                        new Reconciler(records, plugins, routes, clock),
                        new Upkeep(queue, records, plugins, routes, settings, clock),
                        (_, outcome, _) -> ended.add(outcome),
                        clock)) {
            processor.start();
            assertThat(ended.poll(10, SECONDS)).isEqualTo("failed");
        }
    }

    private static void untilInterrupted(CountDownLatch stopped) {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException stop) {
            stopped.countDown();
        }
    }
}
