package dev.berth.work;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The claims that are being worked on; renews their leases and interrupts whoever lost his. */
final class Leases {

    private static final System.Logger LOG = System.getLogger(Leases.class.getName());
    private static final Duration RENEWAL = TaskQueue.LEASE.dividedBy(3);

    private final TaskQueue queue;
    private final String executor;
    private final Map<Claim, Thread> held = new ConcurrentHashMap<>();

    Leases(TaskQueue queue, String executor) {
        this.queue = queue;
        this.executor = executor;
    }

    int count() {
        return held.size();
    }

    /** Runs {@code work}, which ends with {@link #letGo}, on a thread of its own. */
    void hold(Claim claim, Runnable work) {
        Thread thread = Thread.ofVirtual().name("berth-run-" + claim.worker()).unstarted(work);
        held.put(claim, thread);
        thread.start();
    }

    void letGo(Claim claim) {
        held.remove(claim);
    }

    void close() {
        held.values().forEach(Thread::interrupt);
    }

    /** Renews until interrupted. */
    void keep() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Thread.sleep(RENEWAL);
                renew();
            }
        } catch (InterruptedException stop) {
            LOG.log(Level.DEBUG, "stopped renewing leases");
        }
    }

    private void renew() {
        Set<Claim> claims = Set.copyOf(held.keySet());
        try {
            if (!claims.isEmpty()) {
                Set<Claim> kept = queue.renew(executor, claims);
                claims.stream().filter(claim -> !kept.contains(claim)).forEach(this::interrupt);
            }
        } catch (RuntimeException failure) {
            // the database is away: what runs goes on, and its outcome is fenced
            LOG.log(Level.WARNING, "cannot renew leases; claims=" + claims.size(), failure);
        }
    }

    private void interrupt(Claim lost) {
        Thread thread = held.get(lost);
        if (thread != null) {
            LOG.log(Level.WARNING, "lease lost; worker=" + lost.worker());
            thread.interrupt();
        }
    }
}
