package dev.berth.work.task;

import dev.berth.work.Alarm;
import dev.berth.work.Backoff;
import dev.berth.work.Claim;
import dev.berth.work.LogContext;
import dev.berth.work.LogContext.Component;
import dev.berth.work.WakeUp;
import dev.berth.work.reconcile.Reconciler;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/**
 * Claims due work and runs it, each worker on a virtual thread of its own. Woken by an
 * announcement, by a pause that is over, and every second: nothing is lost where an announcement
 * is. Safe for use by several threads.
 */
public final class Processor implements WakeUp, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Processor.class.getName());
    private static final Duration SCAN = Duration.ofSeconds(1);

    /** Much longer than a run takes that is not held up by what it calls. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ProcessorSettings settings;
    private final BooleanSupplier named;
    private final TaskQueue queue;
    private final Reconciler reconciler;
    private final Upkeep upkeep;
    private final WorkListener listener;
    private final InstantSource clock;
    private final Alarm alarm = new Alarm(SCAN);
    private final PollInterval interval = new PollInterval(System::nanoTime);
    private final Leases leases;
    private final Semaphore executors;
    private final Run.Retries retries;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private boolean away;
    private volatile boolean lookedAtAll;
    private volatile boolean stopping;

    /** Creates it; {@link #start} begins the work, which rests while it is not {@code named}. */
    public Processor(
            ProcessorSettings settings,
            BooleanSupplier named,
            TaskQueue queue,
            Reconciler reconciler,
            Upkeep upkeep,
            WorkListener listener,
            InstantSource clock) {
        this.settings = settings;
        this.named = named;
        this.queue = queue;
        this.reconciler = reconciler;
        this.upkeep = upkeep;
        this.listener = listener;
        this.clock = clock;
        this.leases = new Leases(queue, settings.executor(), System::nanoTime);
        this.executors = new Semaphore(settings.executors(), true);
        this.retries =
                new Run.Retries(
                        settings.tries(),
                        new Backoff(RandomGenerator.getDefault()),
                        alarm::ringAfter);
    }

    /** Begins: frees what this Inner held before, looks at everything, then claims. Called once. */
    public void start() {
        LogContext context = LogContext.of(Component.PROCESSOR);
        threads.add(context.start("berth-claims", this::work));
        threads.add(context.start("berth-leases", leases::keep));
    }

    /** Returns whether a task to look at every worker has been made since the start. */
    public boolean lookedAtAll() {
        return lookedAtAll;
    }

    @Override
    public void wake() {
        alarm.ring();
    }

    /**
     * Stops claiming, lets what runs come to its end, and interrupts what takes too long for that.
     * Leases that are left are freed at the next start. Idempotent.
     */
    @Override
    public void close() {
        if (!stopping) {
            stopping = true;
            awaitRuns();
            threads.forEach(Thread::interrupt);
            leases.close();
        }
    }

    private void awaitRuns() {
        try {
            executors.tryAcquire(settings.executors(), PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (!workOnce()) {
                    Thread.sleep(interval.rest());
                    alarm.await();
                }
            }
        } catch (InterruptedException stop) {
            LOG.log(Level.DEBUG, "stopped claiming work");
        }
    }

    /** Does what is due; returns whether there may be more. */
    private boolean workOnce() {
        if (!named.getAsBoolean()) {
            return false;
        }
        try {
            upkeep.keep();
            lookedAtAll = true;
            boolean more = claim();
            back();
            return more;
        } catch (RuntimeException | Error failure) {
            // without this thread nobody would claim anything any more
            gone(failure);
            return false;
        }
    }

    private boolean claim() {
        Room room = leases.room(settings);
        if (stopping || room.most() <= 0) {
            return false;
        }
        List<Claim> claims = interval.measured(() -> queue.claim(settings.executor(), room));
        claims.forEach(claim -> leases.hold(claim, () -> work(claim), alarm::ring));
        return claims.size() == room.most();
    }

    /** Works on a claim as soon as an executor is free; the lease is renewed meanwhile. */
    private void work(Claim claim) {
        try {
            executors.acquire();
            try {
                if (!stopping) {
                    new Run(claim, queue, reconciler, retries, listener, clock).run();
                }
            } finally {
                executors.release();
            }
        } catch (InterruptedException stop) {
            LOG.log(Level.DEBUG, "a claim was lost before its turn came");
        }
    }

    private void gone(Throwable failure) {
        if (!away && !Thread.currentThread().isInterrupted()) {
            LOG.log(Level.WARNING, "cannot claim work, trying again every second", failure);
        }
        away = true;
    }

    private void back() {
        if (away) {
            LOG.log(Level.INFO, "claiming work again");
        }
        away = false;
    }
}
