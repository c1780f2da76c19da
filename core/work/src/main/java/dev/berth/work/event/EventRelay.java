package dev.berth.work.event;

import dev.berth.work.Alarm;
import dev.berth.work.LogContext;
import dev.berth.work.LogContext.Component;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;

/** Tells the events that wait in the outbox: when woken, and every second. */
public final class EventRelay implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(EventRelay.class.getName());
    private static final Duration SCAN = Duration.ofSeconds(1);

    /** After each look: whatever changes meanwhile is told together. */
    private static final Duration PAUSE = Duration.ofMillis(20);

    private static final int BATCH = 200;

    private final Outbox outbox;
    private final EventPublisher publisher;
    private final Alarm alarm = new Alarm(SCAN);
    private Optional<Thread> thread = Optional.empty();
    private boolean away;

    /** Creates it; {@link #start} begins the work. */
    public EventRelay(Outbox outbox, EventPublisher publisher) {
        this.outbox = outbox;
        this.publisher = publisher;
    }

    /** Begins. Called once. */
    public void start() {
        thread = Optional.of(LogContext.of(Component.PROCESSOR).start("berth-events", this::work));
    }

    /** Looks into the outbox soon. Never blocks. */
    public void wake() {
        alarm.ring();
    }

    /** Stops; what is not told yet stays in the outbox. Idempotent. */
    @Override
    public void close() {
        thread.ifPresent(Thread::interrupt);
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (drain() < BATCH) {
                    Thread.sleep(PAUSE);
                    alarm.await();
                }
            }
        } catch (InterruptedException stop) {
            LOG.log(Level.DEBUG, "stopped telling events");
        }
    }

    private int drain() {
        try {
            int told = outbox.drain(BATCH, publisher);
            away = false;
            return told;
        } catch (RuntimeException failure) {
            if (!away) {
                LOG.log(Level.WARNING, "cannot tell events", failure);
            }
            away = true;
            return 0;
        }
    }
}
