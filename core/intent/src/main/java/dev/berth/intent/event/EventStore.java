package dev.berth.intent.event;

import dev.berth.model.TenantId;
import java.util.List;

/**
 * Where events are kept for a while. No method needs a transaction; each refuses with {@code
 * UNAVAILABLE} while the database is away.
 */
public interface EventStore {

    /** Returns the position before which no event is ever added. It never goes back. */
    EventPosition settled();

    /** Returns the position after which every event is still there. */
    EventPosition floor();

    /** Returns the first {@code most} events after {@code from} and before {@code until}. */
    List<KeptEvent> between(EventPosition from, EventPosition until, int most);

    /** Returns the first {@code most} of those of {@code tenant}. */
    List<KeptEvent> between(TenantId tenant, EventPosition from, EventPosition until, int most);
}
