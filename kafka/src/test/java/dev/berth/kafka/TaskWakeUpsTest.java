package dev.berth.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.junit.jupiter.api.Test;

class TaskWakeUpsTest {

    private final AtomicInteger woken = new AtomicInteger();
    private final AtomicInteger acknowledged = new AtomicInteger();
    private final TaskWakeUps wakeUps = new TaskWakeUps(woken::incrementAndGet);

    @Test
    void everyRecordWakesAndIsAcknowledgedWhateverItHolds() {
        announced(new byte[0]);
        announced("not an id");
        announced(new byte[10_000_000]);
        announced(null);

        assertThat(woken).hasValue(4);
        assertThat(acknowledged).hasValue(4);
    }

    @Test
    void wakingThatFailsIsNoFailureOfTheChannel() {
        TaskWakeUps failing =
                new TaskWakeUps(
                        () -> {
                            throw new IllegalStateException("shut down");
                        });

        CompletionStage<Void> done = failing.announced(message("x", this::acknowledge));

        assertThat(done).isCompleted();
        assertThat(acknowledged).hasValue(1);
    }

    @Test
    void acknowledgementThatFailsIsNoFailureOfTheChannel() {
        CompletionStage<Void> done =
                wakeUps.announced(
                        message(
                                "x",
                                () ->
                                        CompletableFuture.failedFuture(
                                                new IllegalStateException("rebalanced"))));

        assertThat(done).isCompleted();
    }

    private void announced(Object payload) {
        assertThat(wakeUps.announced(message(payload, this::acknowledge))).isCompleted();
    }

    private CompletionStage<Void> acknowledge() {
        acknowledged.incrementAndGet();
        return CompletableFuture.completedFuture(null);
    }

    private static Message<Object> message(
            Object payload, Supplier<CompletionStage<Void>> acknowledge) {
        return new Message<>() {
            @Override
            public Object getPayload() {
                return payload;
            }

            @Override
            public CompletionStage<Void> ack() {
                return acknowledge.get();
            }
        };
    }
}
