package dev.berth.intent.event;

import dev.berth.model.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** Events in memory; each is a transaction of its own. */
final class InMemoryEvents implements EventStore {

    private final ConcurrentSkipListMap<EventPosition, KeptEvent> events =
            new ConcurrentSkipListMap<>();
    private final AtomicInteger looks = new AtomicInteger();
    private final AtomicLong next = new AtomicLong(100);
    private volatile EventPosition floor = new EventPosition(0, 0);
    private volatile boolean away;

    /** Adds an event of {@code tenant}. */
    KeptEvent add(TenantId tenant) {
        KeptEvent event =
                new KeptEvent(
                        new EventPosition(next.get(), next.get()),
                        UUID.randomUUID(),
                        "dev.berth.worker.status",
                        "worker/0badcafe",
                        tenant,
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        "{}",
                        Instant.EPOCH);
        events.put(event.position(), event);
        next.incrementAndGet();
        return event;
    }

    /** Removes all that there are. */
    void purge() {
        floor = events.lastKey();
        events.clear();
    }

    void away(boolean isAway) {
        away = isAway;
    }

    /** Returns how often somebody asked how far it is. */
    int looks() {
        return looks.get();
    }

    @Override
    public EventPosition settled() {
        looks.incrementAndGet();
        if (away) {
            throw new IllegalStateException("the database is away");
        }
        return new EventPosition(next.get(), 0);
    }

    @Override
    public EventPosition floor() {
        return floor;
    }

    @Override
    public List<KeptEvent> between(EventPosition from, EventPosition until, int most) {
        return until.after(from)
                ? events.subMap(from, false, until, true).values().stream().limit(most).toList()
                : List.of();
    }

    @Override
    public List<KeptEvent> between(
            TenantId tenant, EventPosition from, EventPosition until, int most) {
        return between(from, until, Integer.MAX_VALUE).stream()
                .filter(event -> event.tenant().equals(tenant))
                .limit(most)
                .toList();
    }
}
