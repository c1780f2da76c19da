package dev.berth.bench;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Waits for what comes about elsewhere. */
record Waiting(Duration most, Duration pause) {

    /** Asks again and again until {@code condition} holds. */
    void until(String what, BooleanSupplier condition) {
        if (!within(condition)) {
            throw new BenchFailure(what + ": not within " + most.toSeconds() + " s");
        }
    }

    /** Asks again and again, and returns whether {@code condition} came to hold. */
    boolean within(BooleanSupplier condition) {
        long begun = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begun > most.toNanos()) {
                return false;
            }
            sleep(pause);
        }
        return true;
    }

    static void sleep(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }
}
