package dev.berth.work.cron;

import dev.berth.work.LogContext;
import dev.berth.work.LogContext.Component;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.ObjIntConsumer;

/** Does the duties of the clock when they are due. */
public final class Cron implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Cron.class.getName());

    private final CronTable table;
    private final Map<CronJob, Duration> schedule;
    private final Duration look;
    private final ObjIntConsumer<CronJob> listener;
    private final ReentrantLock firing = new ReentrantLock();
    private Optional<Thread> thread = Optional.empty();
    private boolean stopped;

    /**
     * Creates it; {@link #start} begins the work. Looks every {@code look} what is due by {@code
     * schedule}, and tells {@code listener} of each firing and how many rows it was about.
     */
    public Cron(
            CronTable table,
            Map<CronJob, Duration> schedule,
            Duration look,
            ObjIntConsumer<CronJob> listener) {
        this.table = table;
        this.schedule = Map.copyOf(schedule);
        this.look = look;
        this.listener = listener;
    }

    /** Begins. Called once. */
    public void start() {
        thread = Optional.of(LogContext.of(Component.CRON).start("berth-cron", this::work));
    }

    /** Stops, after a duty that is being done. Idempotent. */
    @Override
    public void close() {
        firing.lock();
        try {
            stopped = true;
            thread.ifPresent(Thread::interrupt);
        } finally {
            firing.unlock();
        }
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                schedule.forEach(this::look);
                Thread.sleep(look);
            }
        } catch (InterruptedException stop) {
            LOG.log(Level.DEBUG, "stopped looking at the clock");
        }
    }

    private void look(CronJob job, Duration every) {
        LogContext.current().with(Map.of("job", job.name())).run(() -> tryFire(job, every));
    }

    private void tryFire(CronJob job, Duration every) {
        firing.lock();
        try {
            if (!stopped) {
                fire(job, every);
            }
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "duty not done", failure);
        } finally {
            firing.unlock();
        }
    }

    private void fire(CronJob job, Duration every) {
        OptionalInt rows = table.fire(job, every);
        rows.ifPresent(
                count -> {
                    LOG.log(Level.INFO, "duty done; rows=" + count);
                    listener.accept(job, count);
                });
    }
}
