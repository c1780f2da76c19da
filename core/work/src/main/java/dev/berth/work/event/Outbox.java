package dev.berth.work.event;

/** Where events wait, written in the transaction that changed the status, until they are told. */
@FunctionalInterface
public interface Outbox {

    /**
     * Gives the oldest {@code most} events to {@code publisher} and removes those that are safely
     * told; returns how many. One Inner at a time, so that events stay in order; none while another
     * is at it. An event may be told twice where this is cut short, and is never lost.
     */
    int drain(int most, EventPublisher publisher);
}
