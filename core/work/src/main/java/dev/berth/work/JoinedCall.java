package dev.berth.work;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Makes one call at a time, and one for all who asked before it began. A call that fails is the
 * failure of who made it; the others try for themselves. Safe for several threads.
 */
final class JoinedCall<T> {

    private final ReentrantLock turn = new ReentrantLock();
    private final AtomicReference<Round<T>> next = new AtomicReference<>(new Round<>());

    /** Returns what a call came to that began after this was asked. */
    T get(Supplier<T> call) throws InterruptedException {
        Round<T> mine = next.get();
        turn.lockInterruptibly();
        try {
            if (mine.result.isEmpty()) {
                next.set(new Round<>());
                mine.result = Optional.of(call.get());
            }
            return mine.result.orElseThrow();
        } finally {
            turn.unlock();
        }
    }

    /** Those who share a call; what it came to is read and written by whose turn it is. */
    private static final class Round<T> {
        private Optional<T> result = Optional.empty();
    }
}
