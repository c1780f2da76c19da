package dev.berth.intent.event;

import dev.berth.model.TenantId;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;

/** The events of a tenant, in order, as one client follows them. For one thread, but to close. */
public final class EventStream implements AutoCloseable {

    private static final int PAGE = 200;

    /** What there is for the client. */
    public sealed interface Item {}

    /** An event. */
    public record Next(KeptEvent event) implements Item {}

    /** Nothing yet; whoever comes back with that position misses nothing. */
    public record Quiet(EventPosition position) implements Item {}

    /** Events may be missing before that position: they are not kept any more. */
    public record Reset(EventPosition position) implements Item {}

    /** No more: the client was too slow, or is to come again. */
    public record End() implements Item {}

    private final EventStore store;
    private final Subscriber subscriber;
    private final Runnable leave;
    private final Queue<KeptEvent> past = new ArrayDeque<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final EventPosition start;
    private EventPosition read;
    private boolean reset;

    private EventStream(
            EventStore store,
            Subscriber subscriber,
            EventPosition start,
            boolean reset,
            Runnable leave) {
        this.store = store;
        this.subscriber = subscriber;
        this.start = start;
        this.read = start;
        this.reset = reset;
        this.leave = leave;
    }

    /** Returns the stream of what {@code subscriber} is given from now on. */
    static EventStream fromNow(EventStore store, Subscriber subscriber, Runnable leave) {
        return new EventStream(store, subscriber, subscriber.start(), false, leave);
    }

    /** Returns the stream of what follows {@code last}, as far as that is kept. */
    static EventStream after(
            EventPosition last, EventStore store, Subscriber subscriber, Runnable leave) {
        // nobody was told of it: the database is another one
        boolean reset = last.after(store.settled());
        EventPosition start = reset ? subscriber.start() : last;
        return new EventStream(store, subscriber, start, reset, leave);
    }

    /** Waits at most {@code limit} for what comes next. */
    public Item next(Duration limit) throws InterruptedException {
        if (closed.get()) {
            return new End();
        }
        if (reset || !caughtUp()) {
            reset = false;
            read = subscriber.start();
            return new Reset(read);
        }
        return past.isEmpty() ? live(limit) : new Next(past.remove());
    }

    /** Returns where the stream begins: an event at that position has been told. */
    public EventPosition start() {
        return start;
    }

    /** Ends the stream. Idempotent; any thread. */
    @Override
    public void close() {
        if (!closed.getAndSet(true)) {
            leave.run();
        }
    }

    /** Reads a page of the past where there is one; returns false where part of it is gone. */
    private boolean caughtUp() {
        TenantId tenant = subscriber.tenant();
        EventPosition until = subscriber.start();
        while (past.isEmpty() && until.after(read)) {
            List<KeptEvent> page = store.between(tenant, read, until, PAGE);
            // asked afterwards: it may be purged while it is read
            if (store.floor().after(read)) {
                return false;
            }
            past.addAll(page);
            read = page.size() < PAGE ? until : page.getLast().position();
        }
        return true;
    }

    private Item live(Duration limit) throws InterruptedException {
        EventPosition reached = subscriber.reached();
        Optional<KeptEvent> event = subscriber.take(limit);
        if (event.isEmpty()) {
            return subscriber.behind() ? new End() : new Quiet(later(reached));
        }
        // another Outer, which was further, has told it
        return event.get().position().after(start)
                ? new Next(event.get())
                : new Quiet(later(reached));
    }

    private EventPosition later(EventPosition reached) {
        return reached.after(start) ? reached : start;
    }
}
