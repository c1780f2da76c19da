package dev.berth.work.event;

import java.util.List;

/** Tells events outside. */
@FunctionalInterface
public interface EventPublisher {

    /**
     * Publishes {@code events} in order and returns how many of them, counted from the first, are
     * safely there; fewer than all where whoever takes them is away. Never throws for that.
     */
    int publish(List<StatusEvent> events);
}
