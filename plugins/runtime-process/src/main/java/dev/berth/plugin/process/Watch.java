package dev.berth.plugin.process;

import dev.berth.spi.ReleaseId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Watches what runs, one thread for all, and tells when an instance ends or stops to listen. Looks
 * ever more seldom the longer a look takes, so that it costs a fiftieth of a core at most.
 */
final class Watch implements AutoCloseable {

    private static final Duration OFTEN = Duration.ofMillis(200);
    private static final int SHARE = 50;
    private static final long LISTENERS_NANOS = Duration.ofSeconds(2).toNanos();

    // what was told and not heard
    private static final long REPEAT_NANOS = Duration.ofSeconds(5).toNanos();

    private final Map<ReleaseId, Watched> releases = new ConcurrentHashMap<>();
    private final Consumer<ReleaseId> changed;
    private final Thread thread = Thread.ofVirtual().name("berth-watch").unstarted(this::work);
    private long listenersAt = System.nanoTime();

    Watch(Consumer<ReleaseId> changed) {
        this.changed = changed;
    }

    /** An instance that runs, and the port it must listen on; 0 where it need not yet. */
    private record Running(ProcessIdentity leader, int port) {

        boolean lost(Set<Integer> listening) {
            return !leader.alive() || (port != 0 && !listening.contains(port));
        }
    }

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
                long start = System.nanoTime();
                look();
                long took = System.nanoTime() - start;
                Thread.sleep(Duration.ofNanos(Math.max(OFTEN.toNanos(), took * SHARE)));
            }
        } catch (InterruptedException closed) {
            releases.clear();
        }
    }

    private void look() {
        long now = System.nanoTime();
        boolean listeners = now - listenersAt >= LISTENERS_NANOS;
        Set<Integer> listening = listeners ? Listeners.all() : Set.of();
        if (listeners) {
            listenersAt = now;
        }
        releases.forEach(
                (release, watched) -> {
                    boolean due = now - watched.told() >= REPEAT_NANOS;
                    if (due && lost(watched, listeners, listening)) {
                        releases.replace(release, watched, new Watched(watched.running(), now));
                        changed.accept(release);
                    }
                });
    }

    private static boolean lost(Watched watched, boolean listeners, Set<Integer> listening) {
        return watched.running().stream()
                .anyMatch(
                        running -> listeners ? running.lost(listening) : !running.leader().alive());
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
