package dev.berth.inner;

import dev.berth.work.event.EventPublisher;
import dev.berth.work.event.StatusEvent;
import java.util.List;

/** A publisher whose events are counted. */
record CountedEvents(EventPublisher publisher, WorkMetrics metrics) implements EventPublisher {

    @Override
    public int publish(List<StatusEvent> events) {
        int told = publisher.publish(events);
        events.subList(0, told).forEach(event -> metrics.told(event.topic()));
        return told;
    }
}
