package dev.berth.intent.event;

import dev.berth.model.Caller;
import dev.berth.model.Refusal;
import dev.berth.model.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Opens the streams by which clients follow what happens. */
public final class EventStreams {

    /** How many a user may have open at one Outer. */
    public static final int MOST = 20;

    private final EventStore store;
    private final EventFeed feed;
    private final Map<UserId, Integer> open = new ConcurrentHashMap<>();

    /** Creates it over where events are kept, and what reads them. */
    public EventStreams(EventStore store, EventFeed feed) {
        this.store = store;
        this.feed = feed;
    }

    /**
     * Opens the stream of the caller's tenant: after {@code last}, else from now on. The caller
     * closes it.
     */
    public EventStream open(Caller caller, Optional<EventPosition> last) {
        enter(caller.user());
        try {
            return opened(caller, last);
        } catch (RuntimeException refused) {
            leave(caller.user());
            throw refused;
        }
    }

    private EventStream opened(Caller caller, Optional<EventPosition> last) {
        Subscriber subscriber = feed.subscribe(caller.tenant());
        try {
            Runnable end =
                    () -> {
                        feed.leave(subscriber);
                        leave(caller.user());
                    };
            return last.map(id -> EventStream.after(id, store, subscriber, end))
                    .orElseGet(() -> EventStream.fromNow(store, subscriber, end));
        } catch (RuntimeException refused) {
            feed.leave(subscriber);
            throw refused;
        }
    }

    private void enter(UserId user) {
        int count = open.merge(user, 1, Integer::sum);
        if (count > MOST) {
            leave(user);
            throw Refusal.of(
                    Refusal.Kind.EXHAUSTED,
                    "cannot open the stream: you have %d open, which is the most; end one"
                            .formatted(MOST));
        }
    }

    private void leave(UserId user) {
        open.computeIfPresent(user, (_, count) -> count == 1 ? null : count - 1);
    }
}
