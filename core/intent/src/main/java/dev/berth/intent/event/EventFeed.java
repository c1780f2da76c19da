package dev.berth.intent.event;

import dev.berth.model.TenantId;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Reads new events once for all streams of this Outer, while there are any: a few times a second,
 * whatever their number.
 */
public final class EventFeed implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(EventFeed.class.getName());
    private static final int BATCH = 500;

    private final EventStore store;
    private final Duration pause;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition somebody = lock.newCondition();
    private final Set<Subscriber> subscribers = new HashSet<>();
    private Optional<Thread> reader = Optional.empty();
    private EventPosition position = new EventPosition(0, 0);
    private boolean away;

    /** Creates it; it looks every {@code pause}. */
    public EventFeed(EventStore store, Duration pause) {
        this.store = store;
        this.pause = pause;
    }

    /** Ends the reading. Idempotent. */
    @Override
    public void close() {
        lock.lock();
        try {
            reader.ifPresent(Thread::interrupt);
        } finally {
            lock.unlock();
        }
    }

    /** Begins to put events of {@code tenant}, from where the feed is now. */
    Subscriber subscribe(TenantId tenant) {
        lock.lock();
        try {
            if (subscribers.isEmpty()) {
                position = store.settled();
            }
            Subscriber subscriber = new Subscriber(tenant, position);
            subscribers.add(subscriber);
            somebody.signal();
            start();
            return subscriber;
        } finally {
            lock.unlock();
        }
    }

    void leave(Subscriber subscriber) {
        lock.lock();
        try {
            subscribers.remove(subscriber);
        } finally {
            lock.unlock();
        }
    }

    private void start() {
        if (reader.isEmpty()) {
            reader = Optional.of(Thread.ofVirtual().name("berth-feed").start(this::work));
        }
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (look(from()) < BATCH) {
                    Thread.sleep(pause);
                }
            }
        } catch (InterruptedException stop) {
            LOG.log(Level.DEBUG, "stopped reading events");
        }
    }

    /** Returns how far everybody is, once there is anybody. */
    private EventPosition from() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (subscribers.isEmpty()) {
                somebody.await();
            }
            return position;
        } finally {
            lock.unlock();
        }
    }

    private int look(EventPosition from) {
        try {
            EventPosition settled = store.settled();
            List<KeptEvent> events = store.between(from, settled, BATCH);
            away = false;
            boolean all = events.size() < BATCH;
            put(from, events, all ? settled : events.getLast().position());
            return events.size();
        } catch (RuntimeException failure) {
            if (!away) {
                LOG.log(Level.WARNING, "cannot read events", failure);
            }
            away = true;
            return 0;
        }
    }

    private void put(EventPosition from, List<KeptEvent> events, EventPosition until) {
        lock.lock();
        try {
            // else all had left, and who came since began elsewhere
            if (position.equals(from)) {
                events.forEach(this::put);
                position = until.after(from) ? until : from;
                subscribers.forEach(subscriber -> subscriber.reach(position));
            }
        } finally {
            lock.unlock();
        }
    }

    private void put(KeptEvent event) {
        subscribers.stream()
                .filter(subscriber -> subscriber.tenant().equals(event.tenant()))
                .forEach(subscriber -> subscriber.put(event));
    }
}
