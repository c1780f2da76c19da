package dev.berth.plugin.process;

import dev.berth.spi.ReleaseId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Watches what runs, one thread for all, and tells when an instance ends or stops to listen. Looks
 * more seldom the longer a look takes, up to a second for their lives.
 */
final class Watch implements AutoCloseable {

    private static final long OFTEN_NANOS = Duration.ofMillis(200).toNanos();
    private static final long SELDOM_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int SHARE = 50;
    private static final long LISTENERS_NANOS = Duration.ofSeconds(2).toNanos();

    // what was told and not heard
    private static final long REPEAT_NANOS = Duration.ofSeconds(5).toNanos();

    private final Map<ReleaseId, Watched> releases = new ConcurrentHashMap<>();
    private final Consumer<ReleaseId> changed;
    private final Thread thread = Thread.ofVirtual().name("berth-watch").unstarted(this::work);
    private long listenersDue = System.nanoTime() + LISTENERS_NANOS;

    Watch(Consumer<ReleaseId> changed) {
        this.changed = changed;
    }

    /** An instance that runs, and the port it must listen on; 0 where it need not yet. */
    private record Running(ProcessIdentity leader, int port) {}

    /** What runs of a release, and when it was told last that this is so no more. */
    private record Watched(List<Running> running, long told) {}

    void start() {
        thread.start();
    }

    /** Expects that what runs of the release now goes on. */
    void expect(ReleaseDirectory release) {
        List<Running> running = running(release);
        if (running.isEmpty()) {
            releases.remove(release.id());
        } else {
            releases.put(release.id(), new Watched(running, System.nanoTime() - REPEAT_NANOS));
        }
    }

    private static List<Running> running(ReleaseDirectory release) {
        return release.instances().stream()
                .filter(instance -> !instance.stopped().exists())
                .filter(instance -> instance.session().isPresent())
                .map(Watch::running)
                .filter(running -> running.leader().alive())
                .toList();
    }

    private static Running running(Instance instance) {
        boolean listens = instance.ready().exists() && !instance.silent().exists();
        return new Running(
                instance.session().orElseThrow().leader(), listens ? instance.port().orElse(0) : 0);
    }

    private void work() {
        try {
            while (true) {
                long pause = rest(look(), OFTEN_NANOS);
                Thread.sleep(Duration.ofNanos(Math.min(pause, SELDOM_NANOS)));
            }
        } catch (InterruptedException closed) {
            releases.clear();
        }
    }

    /** Looks whether all live, at times also whether they listen; returns what the former took. */
    private long look() {
        long start = System.nanoTime();
        tell(running -> !running.leader().alive());
        long took = System.nanoTime() - start;
        if (start - listenersDue >= 0) {
            long began = System.nanoTime();
            Set<Integer> listening = Listeners.all();
            tell(running -> running.port() != 0 && !listening.contains(running.port()));
            long now = System.nanoTime();
            listenersDue = now + rest(now - began, LISTENERS_NANOS);
        }
        return took;
    }

    private static long rest(long took, long least) {
        return Math.max(least, took * SHARE);
    }

    private void tell(Predicate<Running> lost) {
        long now = System.nanoTime();
        releases.forEach(
                (release, watched) -> {
                    boolean due = now - watched.told() >= REPEAT_NANOS;
                    if (due && watched.running().stream().anyMatch(lost)) {
                        releases.replace(release, watched, new Watched(watched.running(), now));
                        changed.accept(release);
                    }
                });
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
