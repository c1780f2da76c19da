package dev.berth.work.task;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toSet;

import dev.berth.work.Claim;
import dev.berth.work.LogContext;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** The claims that are being worked on; renews their leases and interrupts whoever lost his. */
final class Leases {

    private static final System.Logger LOG = System.getLogger(Leases.class.getName());
    private static final Duration RENEWAL = TaskQueue.LEASE.dividedBy(3);

    /** A run that has just let its claim go has no lease either, and ends within that time. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final TaskQueue queue;
    private final String executor;
    private final LongSupplier nanoTime;
    private final Map<Claim, Held> held = new ConcurrentHashMap<>();

    private record Held(Thread thread, long since) {}

    Leases(TaskQueue queue, String executor, LongSupplier nanoTime) {
        this.queue = queue;
        this.executor = executor;
        this.nanoTime = nanoTime;
    }

    /** Returns what may be claimed besides what is held. */
    Room room(ProcessorSettings settings) {
        Map<String, Integer> runtimes =
                held.keySet().stream().collect(groupingBy(Claim::runtime, summingInt(_ -> 1)));
        return new Room(settings.buffer() - held.size(), settings.slots(), runtimes);
    }

    /** Holds the lease while {@code work} runs on a thread of its own, then runs {@code freed}. */
    void hold(Claim claim, Runnable work, Runnable freed) {
        LogContext context = LogContext.of(LogContext.Component.PROCESSOR).about(claim);
        Thread thread =
                Thread.ofVirtual()
                        .name("berth-run-" + claim.worker())
                        .unstarted(() -> context.run(() -> run(claim, work, freed)));
        held.put(claim, new Held(thread, nanoTime.getAsLong()));
        thread.start();
    }

    void close() {
        held.values().forEach(one -> one.thread().interrupt());
    }

    /** Renews until interrupted. */
    void keep() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(RENEWAL);
                Set<Claim> lost = renew();
                if (!lost.isEmpty()) {
                    Thread.sleep(GRACE);
                    interrupt(lost);
                }
            }
        } catch (InterruptedException stop) {
            LOG.log(Level.DEBUG, "stopped renewing leases");
        }
    }

    /** Renews the leases of what is held, and returns whatever is held no longer. */
    Set<Claim> renew() {
        Set<Claim> claims = Set.copyOf(held.keySet());
        if (claims.isEmpty()) {
            return claims;
        }
        long now = nanoTime.getAsLong();
        try {
            Set<Claim> kept = queue.renew(executor, claims);
            kept.forEach(
                    claim -> held.computeIfPresent(claim, (_, one) -> new Held(one.thread(), now)));
            return claims.stream().filter(claim -> !kept.contains(claim)).collect(toSet());
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "cannot renew leases; claims=" + claims.size(), failure);
            return claims.stream().filter(claim -> isOver(claim, now)).collect(toSet());
        }
    }

    void interrupt(Set<Claim> lost) {
        for (Claim claim : lost) {
            Held one = held.get(claim);
            if (one != null) {
                LogContext.current()
                        .about(claim)
                        .run(() -> LOG.log(Level.WARNING, "lease lost, stopping its run"));
                one.thread().interrupt();
            }
        }
    }

    private void run(Claim claim, Runnable work, Runnable freed) {
        try {
            work.run();
        } finally {
            held.remove(claim);
            freed.run();
        }
    }

    // without the database nobody knows, but another Inner may have it by now
    private boolean isOver(Claim claim, long now) {
        Held one = held.get(claim);
        return one != null && now - one.since() > TaskQueue.LEASE.toNanos();
    }
}
