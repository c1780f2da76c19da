package dev.berth.plugin.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.ResourceBundle;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LookoutTest {

    private final Warnings warnings = new Warnings();

    @Test
    void looksThatFailAreLoggedOnceAndFollowedByOthers() throws InterruptedException {
        assertThat(warningsOf(List.of(false, false, false, true))).isEqualTo(1);
    }

    @Test
    void aFailureAfterASuccessIsLoggedAgain() throws InterruptedException {
        assertThat(warningsOf(List.of(false, true, false, true))).isEqualTo(2);
    }

    private int warningsOf(List<Boolean> outcomes) throws InterruptedException {
        Queue<Boolean> left = new ArrayDeque<>(outcomes);
        CountDownLatch done = new CountDownLatch(1);
        try (Lookout lookout =
                new Lookout("test", Duration.ZERO, () -> look(left, done), warnings)) {
            lookout.start();
            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        }
        return warnings.count.get();
    }

    private static Duration look(Queue<Boolean> left, CountDownLatch done) {
        if (left.isEmpty()) {
            done.countDown();
            return Duration.ofMinutes(1);
        }
        if (left.remove()) {
            return Duration.ZERO;
        }
        throw new UncheckedIOException(new NoSuchFileException("deleted meanwhile"));
    }

    /** Counts what is logged. */
    private static final class Warnings implements System.Logger {

        private final AtomicInteger count = new AtomicInteger();

        @Override
        public String getName() {
            return "test";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
            count.incrementAndGet();
        }

        @Override
        public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
            count.incrementAndGet();
        }
    }
}
