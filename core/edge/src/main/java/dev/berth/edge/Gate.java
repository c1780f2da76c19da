package dev.berth.edge;

import java.util.concurrent.atomic.AtomicInteger;

/** Lets so many connections of the public in, over all event loops. */
final class Gate {

    private final int most;
    private final AtomicInteger inside = new AtomicInteger();

    Gate(int most) {
        this.most = most;
    }

    /** Returns whether there was room; {@link #leave} follows in any case. */
    boolean enter() {
        return inside.incrementAndGet() <= most;
    }

    void leave() {
        inside.decrementAndGet();
    }
}
