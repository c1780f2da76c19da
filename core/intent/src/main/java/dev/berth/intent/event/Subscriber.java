package dev.berth.intent.event;

import dev.berth.model.TenantId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** What has come for one stream and was not taken yet: the feed puts, the stream takes. */
final class Subscriber {

    private static final int MOST = 1_000;

    private final TenantId tenant;
    private final EventPosition start;
    private final BlockingQueue<KeptEvent> events = new ArrayBlockingQueue<>(MOST);
    private volatile EventPosition reached;
    private volatile boolean behind;

    Subscriber(TenantId tenant, EventPosition start) {
        this.tenant = tenant;
        this.start = start;
        this.reached = start;
    }

    TenantId tenant() {
        return tenant;
    }

    /** Returns the position after which events are put here. */
    EventPosition start() {
        return start;
    }

    /** Returns how far the feed is: whatever comes before that has been put. */
    EventPosition reached() {
        return reached;
    }

    /** Returns whether there was no room for an event, after which there is none any more. */
    boolean behind() {
        return behind && events.isEmpty();
    }

    void put(KeptEvent event) {
        if (!behind && !events.offer(event)) {
            behind = true;
        }
    }

    void reach(EventPosition position) {
        if (!behind) {
            reached = position;
        }
    }

    Optional<KeptEvent> take(Duration limit) throws InterruptedException {
        return Optional.ofNullable(events.poll(limit.toNanos(), TimeUnit.NANOSECONDS));
    }
}
