package dev.berth.e2e;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Asks workers through the edge every 50 ms, and keeps what went wrong. */
final class Probes implements AutoCloseable {

    private static final Duration PERIOD = Duration.ofMillis(50);

    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(4);
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicLong count = new AtomicLong();
    private final List<Future<?>> running = new ArrayList<>();

    static Probes of(Client client, List<String> workers) {
        Probes probes = new Probes();
        for (String worker : workers) {
            probes.running.add(
                    probes.clock.scheduleAtFixedRate(
                            () -> probes.ask(client, worker),
                            0,
                            PERIOD.toMillis(),
                            TimeUnit.MILLISECONDS));
        }
        return probes;
    }

    /** Returns how many answers have come. */
    long count() {
        return count.get();
    }

    /** Returns what went wrong; a probe that threw asks no more. */
    List<String> failures() {
        running.stream().filter(Future::isDone).forEach(ended -> failures.add("ended: " + ended));
        return List.copyOf(failures);
    }

    private void ask(Client client, String worker) {
        Optional<String> answer = client.worker(worker, "/");
        count.incrementAndGet();
        if (answer.isEmpty()) {
            failures.add("%s: %s did not answer with 200".formatted(Instant.now(), worker));
        }
    }

    @Override
    public void close() {
        clock.close();
    }
}
