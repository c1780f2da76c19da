package dev.berth.work.reconcile;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Makes one call at a time, and one for all who asked before it began. Rests after each for as long
 * as it took, at most a tenth of a second: the longer calls take, the more ask for the same one. A
 * call that fails is the failure of who made it; the others try for themselves. Safe for several
 * threads.
 */
final class JoinedCall<T> {

    static final Duration LONGEST_REST = Duration.ofMillis(100);

    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicReference<Round<T>> next = new AtomicReference<>(new Round<>());
    private long rested = System.nanoTime();

    /** Returns what a call came to that began after this was asked. */
    T get(Supplier<T> call) throws InterruptedException {
        Round<T> mine = next.get();
        turn.lockInterruptibly();
        try {
            if (mine.result.isEmpty()) {
                Thread.sleep(Duration.ofNanos(rested - System.nanoTime()));
                next.set(new Round<>());
                mine.result = Optional.of(timed(call));
            }
            return mine.result.orElseThrow();
        } finally {
            turn.unlock();
        }
    }

    private T timed(Supplier<T> call) {
        long begun = System.nanoTime();
        try {
            return call.get();
        } finally {
            long ended = System.nanoTime();
            rested = ended + Math.min(ended - begun, LONGEST_REST.toNanos());
        }
    }

    /** Those who share a call; what it came to is read and written by whose turn it is. */
    private static final class Round<T> {
        private Optional<T> result = Optional.empty();
    }
}
