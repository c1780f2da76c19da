package dev.berth.plugin.process;

import static java.lang.System.Logger.Level.WARNING;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Looks again and again, on one thread; each look returns how long to rest after it. One that fails
 * is logged, once until another succeeds, and is not the last.
 */
final class Lookout implements AutoCloseable {

    private static final int SHARE = 50;

    private final Duration afterFailure;
    private final Supplier<Duration> look;
    private final System.Logger logger;
    private final Thread thread;
    private boolean failing;

    /** Creates one that has not begun yet. */
    Lookout(String name, Duration afterFailure, Supplier<Duration> look, System.Logger logger) {
        this.afterFailure = afterFailure;
        this.look = look;
        this.logger = logger;
        thread = Thread.ofVirtual().name(name).unstarted(this::work);
    }

    /** Returns how long to rest after a look that took {@code nanos}, so that it costs little. */
    static Duration rest(long nanos, Duration least) {
        return Duration.ofNanos(Math.max(nanos * SHARE, least.toNanos()));
    }

    void start() {
        thread.start();
    }

    private void work() {
        try {
            while (true) {
                Thread.sleep(lookOnce());
            }
        } catch (InterruptedException closed) {
            // who closes it wants no more
        }
    }

    private Duration lookOnce() {
        try {
            Duration rest = look.get();
            failing = false;
            return rest;
        } catch (RuntimeException failure) {
            if (!failing) {
                logger.log(WARNING, thread.getName() + " failed, and goes on", failure);
            }
            failing = true;
            return afterFailure;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
