package dev.berth.edge;

import dev.berth.spi.Traffic;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Counts what goes through one release. Any thread. */
final class ReleaseTraffic {

    // one cell: the sum over several could show none in flight while there is one
    private final AtomicLong inFlight = new AtomicLong();
    private final AtomicLong streams = new AtomicLong();
    private final LongAdder requests = new LongAdder();
    private final LongAdder errors = new LongAdder();
    private final LatencyWindow latencies = new LatencyWindow();

    void began() {
        inFlight.incrementAndGet();
    }

    void answered(int status, long nanos, long now) {
        requests.increment();
        latencies.record(nanos, now);
        if (status >= 500) {
            errors.increment();
        }
    }

    void unanswered() {
        requests.increment();
        errors.increment();
    }

    void brokeOff() {
        errors.increment();
    }

    void ended() {
        inFlight.decrementAndGet();
    }

    /** One that is in flight has become a WebSocket or a stream of events. */
    void streamBegan() {
        streams.incrementAndGet();
    }

    void streamEnded() {
        streams.decrementAndGet();
    }

    boolean idle() {
        return inFlight.get() == 0;
    }

    Seen snapshot(long now) {
        Duration latency = latencies.median(now);
        Traffic traffic = new Traffic(inFlight.get(), requests.sum(), errors.sum(), latency);
        return new Seen(traffic, streams.get());
    }
}
