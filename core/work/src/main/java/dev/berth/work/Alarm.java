package dev.berth.work;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one thread wait until it is woken, or until the earliest moment that somebody asked for. */
public final class Alarm {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private final long longestNanos;
    private long at;
    private boolean ringing;

    public Alarm(Duration longest) {
        longestNanos = longest.toNanos();
        at = System.nanoTime() + longestNanos;
    }

    public void ring() {
        locked(
                () -> {
                    ringing = true;
                    rung.signal();
                });
    }

    public void ringAfter(Duration pause) {
        long moment = System.nanoTime() + pause.toNanos();
        locked(
                () -> {
                    if (moment - at < 0) {
                        at = moment;
                        rung.signal();
                    }
                });
    }

    /** Waits for the next ring, at most the longest pause. */
    public void await() throws InterruptedException {
        lock.lock();
        try {
            long left = at - System.nanoTime();
            while (!ringing && left > 0) {
                rung.awaitNanos(left);
                left = at - System.nanoTime();
            }
            ringing = false;
            at = System.nanoTime() + longestNanos;
        } finally {
            lock.unlock();
        }
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }
}
