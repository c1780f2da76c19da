package dev.berth.standalone.process;

import dev.berth.standalone.console.ExitCode;
import dev.berth.standalone.console.LauncherException;
import dev.berth.standalone.console.Patience;
import dev.berth.standalone.console.Progress;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/** Brings one child up, and again whenever it has ended by itself. */
public final class Supervisor {

    private static final Logger LOG = System.getLogger(Supervisor.class.getName());
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final Duration FIRST_DELAY = Duration.ofMillis(500);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);
    private static final Duration STEADY = Duration.ofMinutes(1);

    private final Child child;
    private final Progress progress;
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final ReentrantLock lifecycle = new ReentrantLock();

    public Supervisor(Child child, Progress progress) {
        this.child = child;
        this.progress = progress;
    }

    /**
     * Starts the child, returns when it is ready, and watches it from then on.
     *
     * @throws LauncherException if it ends before, or takes too long
     */
    public void start() {
        Instant since = progress.clock().instant();
        launch();
        awaitReady(since);
        watch();
    }

    /** Watches a child that was started before. */
    public void watch() {
        Thread.ofVirtual().name("watch " + child.name()).start(this::keepRunning);
    }

    /** Stops the child for good; waits for a start that is under way. Idempotent. */
    public void stop() {
        stopping.set(true);
        lifecycle.lock();
        try {
            child.stop();
        } finally {
            lifecycle.unlock();
        }
    }

    private void awaitReady(Instant since) {
        try {
            if (!new Patience(progress, LIMIT).await(child.name(), since, this::isReady)) {
                throw failed("it was not ready within " + LIMIT.toSeconds() + " s");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new LauncherException("interrupted while starting", stop);
        }
    }

    private boolean isReady() {
        boolean ready = child.ready();
        if (!ready && !child.alive()) {
            throw failed("it ended at once");
        }
        return ready;
    }

    private LauncherException failed(String why) {
        return new LauncherException(
                ExitCode.FAILURE,
                "cannot start %s: %s; %s".formatted(child.name(), why, child.trace()));
    }

    private void keepRunning() {
        Duration delay = FIRST_DELAY;
        try {
            while (!stopping.get()) {
                Instant since = progress.clock().instant();
                child.await();
                if (stopping.get()) {
                    return;
                }
                boolean steady = progress.clock().instant().isAfter(since.plus(STEADY));
                delay = steady ? FIRST_DELAY : delay;
                LOG.log(
                        Level.WARNING,
                        "child ended by itself, starting it again: child={0} delay={1}",
                        child.name(),
                        delay);
                progress.say(
                        "  %s ended by itself and is started again; %s"
                                .formatted(child.name(), child.trace()));
                Thread.sleep(delay);
                delay = longer(delay);
                restart();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void restart() {
        try {
            launch();
        } catch (RuntimeException failure) {
            LOG.log(Level.ERROR, "cannot start a child again: child=" + child.name(), failure);
        }
    }

    private void launch() {
        lifecycle.lock();
        try {
            if (!stopping.get()) {
                child.start();
            }
        } finally {
            lifecycle.unlock();
        }
    }

    private static Duration longer(Duration delay) {
        Duration twice = delay.multipliedBy(2);
        return twice.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : twice;
    }
}
