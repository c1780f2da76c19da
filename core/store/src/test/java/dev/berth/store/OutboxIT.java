package dev.berth.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.model.TaskType;
import dev.berth.model.Worker;
import dev.berth.store.World.Tenant;
import dev.berth.work.Claim;
import dev.berth.work.event.EventPublisher;
import dev.berth.work.event.Outbox;
import dev.berth.work.event.StatusEvent;
import dev.berth.work.task.Room;
import dev.berth.work.task.TaskQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutboxIT {

    private static final World WORLD = new World();
    private static final Room MUCH = Room.of(10);

    private final TaskQueue queue = WORLD.inner.queue();
    private final Outbox outbox = WORLD.inner.outbox();
    private final Tenant tenant = WORLD.tenant();
    private final List<StatusEvent> told = new ArrayList<>();

    @BeforeEach
    void empty() {
        WORLD.empty();
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void aDeploymentIsToldInOrderAndWithItsCause() {
        Worker worker = WORLD.deploy(tenant, WORLD.worker(tenant));
        try (TestInner _ = inner()) {
            WORLD.untilSettled();
        }

        drain();

        assertThat(told)
                .extracting(event -> kind(event) + " " + status(event))
                .containsSubsequence(
                        "task pending",
                        "task running",
                        "version loading",
                        "version success",
                        "worker active",
                        "task succeeded");
        assertThat(told)
                .allSatisfy(
                        event -> {
                            assertThat(event.worker()).isEqualTo(worker.id().value());
                            assertThat(event.tenant()).isEqualTo(tenant.id().toString());
                            assertThat(event.cause())
                                    .isEqualTo(
                                            new StatusEvent.Cause(
                                                    Optional.of(World.ACTOR.toString()),
                                                    "request-2",
                                                    Optional.of(World.TRACEPARENT)));
                            assertThat(event.data()).doesNotContain("GREETING", "hello");
                        });
        assertThat(told).extracting(StatusEvent::sequence).isSorted();
    }

    @Test
    void aTaskThatFailedIsToldOperatorsToo() {
        WORLD.deploy(tenant, WORLD.worker(tenant));
        queue.settle(claim(), 2, Optional.of("the image is broken"));

        drain();

        assertThat(told)
                .filteredOn(event -> status(event).equals("failed"))
                .extracting(StatusEvent::topic)
                .containsExactlyInAnyOrder("berth.events", "berth.tasks.dlq");
        assertThat(told.getLast().data()).contains("the image is broken");
    }

    @Test
    void whatWasNotCommittedIsNotTold() {
        Worker worker = WORLD.worker(tenant);

        assertThatThrownBy(
                        () ->
                                WORLD.transactions.run(
                                        () -> {
                                            WORLD.outer
                                                    .tasks()
                                                    .add(
                                                            World.task(
                                                                    TaskType.WORKER_DEPLOY,
                                                                    worker,
                                                                    2));
                                            throw new IllegalStateException("of the test");
                                        }))
                .hasMessage("of the test");

        assertThat(outbox.drain(10, List::size)).isZero();
    }

    @Test
    void pausesAreNotToldOf() {
        WORLD.deploy(tenant, WORLD.worker(tenant));
        queue.again(claim(), Duration.ZERO);
        queue.again(claim(), Duration.ZERO);
        queue.retry(claim(), Duration.ZERO, "away");
        claim();

        drain();

        assertThat(told)
                .extracting(OutboxIT::status)
                .containsExactly("pending", "running", "retrying", "running");
    }

    @Test
    void innersOwnTasksAreNotToldOf() {
        queue.accept(TaskType.WORKER_RECONCILE, WORLD.worker(tenant).id());
        queue.settle(claim(), 1, Optional.of("broken"));

        drain();

        assertThat(told).isEmpty();
    }

    @Test
    void whatTheBrokerDoesNotHaveStays() {
        WORLD.deploy(tenant, WORLD.worker(tenant));
        WORLD.deploy(tenant, WORLD.worker(tenant));
        List<StatusEvent> all = new ArrayList<>();

        int first = outbox.drain(10, collecting(all, 1));
        drain();

        assertThat(first).isEqualTo(1);
        assertThat(told).isEqualTo(all.subList(1, 2));
        assertThat(outbox.drain(10, collecting(all, 0))).isZero();
    }

    @Test
    void aPublisherThatIsCutShortTellsTwiceAndLosesNothing() {
        WORLD.deploy(tenant, WORLD.worker(tenant));
        List<StatusEvent> first = new ArrayList<>();

        assertThatThrownBy(
                        () ->
                                outbox.drain(
                                        10,
                                        events -> {
                                            first.addAll(events);
                                            throw new IllegalStateException("killed");
                                        }))
                .hasMessage("killed");
        drain();

        assertThat(told).isEqualTo(first).hasSize(1);
    }

    @Test
    void onlyOneAtATimeTells() {
        WORLD.deploy(tenant, WORLD.worker(tenant));
        List<Integer> others = new ArrayList<>();

        int mine =
                outbox.drain(
                        10,
                        events -> {
                            others.add(otherThread(() -> outbox.drain(10, List::size)));
                            return events.size();
                        });

        assertThat(mine).isEqualTo(1);
        assertThat(others).containsExactly(0);
    }

    @Test
    void aWorkerThatIsGoneIsToldOf() {
        Worker worker = WORLD.deploy(tenant, WORLD.worker(tenant));
        WORLD.sql("DELETE FROM tasks");
        WORLD.delete(worker);
        try (TestInner _ = inner()) {
            WORLD.untilSettled();
        }

        drain();

        assertThat(told)
                .extracting(event -> kind(event) + " " + status(event))
                .contains("worker deleting")
                .endsWith("task succeeded", "worker deleted");
    }

    private static TestInner inner() {
        return TestInner.start("inner-1", WORLD.database.inner(), _ -> TestPlugins.ready());
    }

    private Claim claim() {
        return queue.claim("inner-1", MUCH).getFirst();
    }

    private void drain() {
        outbox.drain(100, collecting(told, Integer.MAX_VALUE));
    }

    private static EventPublisher collecting(List<StatusEvent> into, int most) {
        return events -> {
            into.addAll(events);
            return Math.min(most, events.size());
        };
    }

    private static int otherThread(Callable<Integer> work) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.submit(work).get();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String kind(StatusEvent event) {
        return event.subject().replaceFirst(".*?(task|version|worker)/[^/]*$", "$1");
    }

    private static String status(StatusEvent event) {
        return event.data().replaceFirst("(?s).*\"status\": \"([a-z]+)\".*", "$1");
    }
}
