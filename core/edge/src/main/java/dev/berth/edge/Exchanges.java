package dev.berth.edge;

import java.util.ArrayList;
import java.util.List;

/**
 * The exchanges under way on one event loop, as a ring of links: entering and leaving allocate
 * nothing.
 */
final class Exchanges {

    /** A place in the ring. */
    static class Link {
        private Link before = this;
        private Link after = this;
    }

    private final Link ring = new Link();

    void add(Exchange exchange) {
        Link link = exchange;
        link.before = ring.before;
        link.after = ring;
        ring.before.after = link;
        ring.before = link;
    }

    void remove(Exchange exchange) {
        Link link = exchange;
        link.before.after = link.after;
        link.after.before = link.before;
        link.before = link;
        link.after = link;
    }

    void giveUpLate(long now, long timeoutNanos) {
        List<Exchange> late = new ArrayList<>();
        Link link = ring.after;
        while (link instanceof Exchange exchange) {
            if (exchange.late(now, timeoutNanos)) {
                late.add(exchange);
            }
            link = link.after;
        }
        late.forEach(Exchange::giveUp);
    }
}
