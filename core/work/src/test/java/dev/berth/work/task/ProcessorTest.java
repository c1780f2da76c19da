package dev.berth.work.task;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.work.reconcile.Reconciler;
import dev.berth.work.reconcile.Routes;
import dev.berth.work.worker.FakePlugins;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ProcessorTest {

    private static final int TASKS = 6;

    private final FakeQueue queue = new FakeQueue();
    private final FakePlugins plugins = new FakePlugins();
    private final BlockingQueue<String> begun = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> ended = new LinkedBlockingQueue<>();
    private final Semaphore go = new Semaphore(0);
    private final AtomicBoolean named = new AtomicBoolean(true);
    private final HeldRecords records = new HeldRecords(begun, go);

    private Optional<Processor> processor = Optional.empty();

    @AfterEach
    void close() {
        processor.ifPresent(Processor::close);
    }

    @Test
    void noMoreAreWorkedOnThanThereAreExecutors() throws InterruptedException {
        queue.due.addAll(IntStream.range(0, TASKS).mapToObj(Scenes::claim).toList());
        start(TASKS, 2);

        List<String> first = List.of(begun.take(), begun.take());
        assertThat(begun.poll(200, MILLISECONDS)).isNull();
        go.release(TASKS);

        assertThat(first).doesNotHaveDuplicates();
        assertThat(endings(TASKS)).containsOnly("purged");
    }

    @Test
    void whatTheBufferDoesNotHoldWaitsInTheTableAndIsNotLost() throws InterruptedException {
        queue.due.addAll(IntStream.range(0, TASKS).mapToObj(Scenes::claim).toList());
        start(2, 2);
        List<String> first = List.of(begun.take(), begun.take());

        assertThat(queue.due).hasSize(TASKS - 2);
        go.release(TASKS);

        assertThat(first).hasSize(2);
        assertThat(endings(TASKS)).containsOnly("purged");
        assertThat(queue.due).isEmpty();
    }

    @Test
    void wakingNeverBlocksHoweverMuchThereIs() throws InterruptedException {
        queue.due.addAll(IntStream.range(0, TASKS).mapToObj(Scenes::claim).toList());
        start(1, 1);
        begun.take();

        IntStream.range(0, 10_000).forEach(_ -> processor.orElseThrow().wake());
        go.release(TASKS);

        assertThat(endings(TASKS)).hasSize(TASKS);
    }

    @Test
    void errorInALookForWorkIsNotTheLastLook() throws InterruptedException {
        queue.error = Optional.of(new NoClassDefFoundError("of the test"));
        queue.due.add(Scenes.claim(1));
        go.release();

        start(1, 1);

        assertThat(endings(1)).containsExactly("purged");
    }

    @Test
    void listenerThatFailsHoldsUpNobody() throws InterruptedException {
        queue.due.addAll(IntStream.range(0, TASKS).mapToObj(Scenes::claim).toList());
        go.release(TASKS);

        processor =
                Optional.of(
                        processor(
                                1,
                                1,
                                (claim, _, _) -> {
                                    ended.add(claim.worker().value());
                                    throw new IllegalStateException("of the test");
                                }));
        processor.get().start();

        assertThat(endings(TASKS)).doesNotHaveDuplicates();
    }

    @Test
    void whatRunsComesToItsEndWhenItIsClosedAndNothingElseBegins() throws InterruptedException {
        queue.due.addAll(IntStream.range(0, TASKS).mapToObj(Scenes::claim).toList());
        start(2, 1);
        String running = begun.take();

        Thread closing = Thread.ofVirtual().start(processor.orElseThrow()::close);
        boolean closed = closing.join(Duration.ofMillis(200));
        go.release(TASKS);

        assertThat(closed).isFalse();
        assertThat(closing.join(Duration.ofSeconds(3))).isTrue();
        assertThat(endings(1)).containsExactly("purged");
        assertThat(begun).as("what began besides %s", running).isEmpty();
    }

    @Test
    void withoutItsNameNothingIsFreedOrClaimed() throws InterruptedException {
        queue.due.addAll(IntStream.range(0, TASKS).mapToObj(Scenes::claim).toList());
        go.release(TASKS);
        named.set(false);
        start(TASKS, 2);

        processor.orElseThrow().wake();
        String early = begun.poll(200, MILLISECONDS);
        List<String> before = List.copyOf(queue.outcomes);
        named.set(true);
        processor.orElseThrow().wake();

        assertThat(early).isNull();
        assertThat(before).isEmpty();
        assertThat(endings(TASKS)).containsOnly("purged");
        assertThat(queue.outcomes).first().isEqualTo("free inner");
    }

    private List<String> endings(int count) throws InterruptedException {
        String[] endings = new String[count];
        for (int i = 0; i < count; i++) {
            endings[i] = ended.poll(10, SECONDS);
        }
        return List.of(endings);
    }

    private void start(int buffer, int executors) {
        processor =
                Optional.of(processor(buffer, executors, (_, outcome, _) -> ended.add(outcome)));
        processor.get().start();
    }

    private Processor processor(int buffer, int executors, WorkListener listener) {
        InstantSource clock = InstantSource.system();
        ProcessorSettings settings = Scenes.settings(buffer, executors, buffer);
        Routes routes = new Routes(records, plugins, id -> id + ".worker.localhost");
        return new Processor(
                settings,
                named::get,
                queue,
                new Reconciler(records, plugins, routes, clock),
                new Upkeep(queue, records, plugins, routes, settings, clock),
                listener,
                clock);
    }
}
