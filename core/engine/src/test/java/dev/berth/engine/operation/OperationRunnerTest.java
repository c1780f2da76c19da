package dev.berth.engine.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.spi.OperationContext;
import dev.berth.spi.PluginException;
import dev.berth.spi.PluginException.Kind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class OperationRunnerTest {

    private final Clock clock = Clock.systemUTC();
    private final OperationRunner runner = new OperationRunner(2, clock);
    private final List<String> phrases = new CopyOnWriteArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void letStubbornCallsEnd() {
        end.countDown();
    }

    @Test
    void thePluginSeesItsOperation() {
        Operation operation = within(Duration.ofSeconds(10));

        String seen =
                runner.run(
                        operation,
                        context -> {
                            context.progress("half way");
                            return context.operation() + context.attempt() + context.deadline();
                        });

        assertThat(seen).isEqualTo("op-1" + 3 + operation.deadline());
        assertThat(phrases).containsExactly("half way");
    }

    @Test
    void callsRunOnVirtualThreads() {
        boolean virtual = run(Duration.ofSeconds(10), _ -> Thread.currentThread().isVirtual());

        assertThat(virtual).isTrue();
    }

    @Test
    void thePluginsAnswerComesThrough() {
        PluginException answer = new PluginException(Kind.DENIED, "no");

        assertThatThrownBy(() -> run(Duration.ofSeconds(10), _ -> fail(answer))).isSameAs(answer);
    }

    @Test
    void whatElseIsThrownIsABugOfThatPlugin() {
        assertThatThrownBy(
                        () ->
                                run(
                                        Duration.ofSeconds(10),
                                        _ -> fail(new StackOverflowError("deep"))))
                .isInstanceOfSatisfying(
                        PluginBug.class,
                        bug -> assertThat(bug.instance()).isEqualTo("runtime/main"))
                .hasMessage(
                        "operation 'op-1' (attempt 3) fails for a bug in the plugin of 'runtime/main': java.lang.StackOverflowError: deep; report it to the plugin's author");
    }

    @Test
    void theMachineRunningOutIsABugOfThatPlugin() {
        assertThatThrownBy(
                        () -> run(Duration.ofSeconds(10), _ -> fail(new OutOfMemoryError("heap"))))
                .isInstanceOf(PluginBug.class)
                .hasMessageContaining("OutOfMemoryError: heap");
    }

    @Test
    void aBugThatCannotSayWhatItIsIsNamedByItsType() {
        assertThatThrownBy(() -> run(Duration.ofSeconds(10), _ -> fail(new Unsayable())))
                .isInstanceOf(PluginBug.class)
                .hasMessageContaining("Unsayable");
    }

    @Test
    void nullIsABugOfThatPlugin() {
        assertThatThrownBy(() -> run(Duration.ofSeconds(10), _ -> null))
                .isInstanceOf(PluginBug.class)
                .hasMessageContaining("it returned null");
    }

    @Test
    void theDeadlineInterruptsAndIsUnavailable() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);

        assertThatThrownBy(() -> run(Duration.ofMillis(50), _ -> untilInterrupted(interrupted)))
                .isInstanceOfSatisfying(
                        PluginException.class,
                        late -> assertThat(late.kind()).isEqualTo(Kind.UNAVAILABLE))
                .hasMessage(
                        "operation 'op-1' (attempt 3) on 'runtime/main' gave no answer: it did not end before its deadline and was interrupted; see whether its provider answers");
        interrupted.await();
    }

    @Test
    void callsThatIgnoreTheInterruptGiveTheirSlotsBack() {
        for (int call = 0; call < 4; call++) {
            assertThatThrownBy(() -> run(Duration.ofMillis(20), _ -> stubborn()))
                    .hasMessageContaining("did not end before its deadline");
        }

        String answer = run(Duration.ofSeconds(10), _ -> "free");
        assertThat(answer).isEqualTo("free");
    }

    @Test
    void noMoreCallsRunAtOnceThanThereAreSlots() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Future<String>> calls = new CopyOnWriteArrayList<>();

        for (int call = 0; call < 8; call++) {
            calls.add(inBackground(() -> run(Duration.ofSeconds(10), count(running, most))));
        }

        for (Future<String> call : calls) {
            assertThat(call.get()).isEqualTo("done");
        }
        assertThat(most).hasValue(2);
    }

    @Test
    void waitingForASlotEndsAtTheDeadline() throws Exception {
        CountDownLatch started = new CountDownLatch(2);
        Future<String> first = inBackground(() -> run(Duration.ofSeconds(15), _ -> hold(started)));
        Future<String> second = inBackground(() -> run(Duration.ofSeconds(15), _ -> hold(started)));
        started.await();

        assertThatThrownBy(() -> run(Duration.ofMillis(50), _ -> "never"))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("none of its 2 slots came free in time");

        end.countDown();
        assertThat(List.of(first.get(), second.get())).containsExactly("ended", "ended");
    }

    @Test
    void anotherInstanceHasSlotsOfItsOwn() throws Exception {
        CountDownLatch started = new CountDownLatch(2);
        List<Future<String>> calls = new ArrayList<>();
        for (int call = 0; call < 2; call++) {
            calls.add(inBackground(() -> run(Duration.ofSeconds(15), _ -> hold(started))));
        }
        started.await();
        Operation other =
                new Operation("router/edge", "op-2", 1, later(Duration.ofSeconds(5)), phrases::add);

        String answer = runner.run(other, _ -> "other");

        assertThat(answer).isEqualTo("other");
        assertThat(calls).noneMatch(Future::isDone);
    }

    @Test
    void anInterruptedCallerStopsThePluginAndStaysInterrupted() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        AtomicReference<Boolean> flag = new AtomicReference<>();
        FutureTask<String> call =
                new FutureTask<>(
                        () -> {
                            try {
                                return run(
                                        Duration.ofSeconds(15),
                                        _ -> {
                                            started.countDown();
                                            return untilInterrupted(interrupted);
                                        });
                            } finally {
                                flag.set(Thread.currentThread().isInterrupted());
                            }
                        });
        Thread caller = Thread.ofVirtual().start(call);
        started.await();

        caller.interrupt();

        assertThatThrownBy(call::get)
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("it was stopped");
        interrupted.await();
        assertThat(flag).hasValue(true);
    }

    @Test
    void aPauseEndsAtTheDeadlineAndIsInterruptible() {
        assertThatThrownBy(
                        () ->
                                run(
                                        Duration.ofMillis(50),
                                        context -> {
                                            context.pause(Duration.ofHours(1));
                                            return stubborn();
                                        }))
                .isInstanceOf(PluginException.class);
    }

    @Test
    void nothingIsToldOfAnOperationThatIsOver() {
        AtomicReference<OperationContext> kept = new AtomicReference<>();
        run(
                Duration.ofSeconds(10),
                context -> {
                    kept.set(context);
                    return "done";
                });

        kept.get().progress("too late");

        assertThat(phrases).isEmpty();
    }

    private Function<OperationContext, String> count(AtomicInteger running, AtomicInteger most) {
        return context -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            context.pause(Duration.ofMillis(5));
            running.decrementAndGet();
            return "done";
        };
    }

    private <T> T run(Duration time, Function<OperationContext, T> call) {
        return runner.run(within(time), call);
    }

    private Operation within(Duration time) {
        return new Operation("runtime/main", "op-1", 3, later(time), phrases::add);
    }

    private Instant later(Duration time) {
        return clock.instant().plus(time);
    }

    private static <T> Future<T> inBackground(Callable<T> call) {
        FutureTask<T> task = new FutureTask<>(call);
        Thread.ofVirtual().start(task);
        return task;
    }

    private static String fail(PluginException answer) {
        throw answer;
    }

    private static final class Unsayable extends Error {

        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("unsayable");
        }
    }

    private static String fail(Error error) {
        throw error;
    }

    private String untilInterrupted(CountDownLatch interrupted) {
        try {
            end.await();
            return "ended";
        } catch (InterruptedException stop) {
            interrupted.countDown();
            throw new IllegalStateException(stop);
        }
    }

    private String hold(CountDownLatch started) {
        started.countDown();
        return stubborn();
    }

    private String stubborn() {
        while (true) {
            try {
                end.await();
                return "ended";
            } catch (InterruptedException ignored) {
                // this is what a bad plugin does
            }
        }
    }
}
