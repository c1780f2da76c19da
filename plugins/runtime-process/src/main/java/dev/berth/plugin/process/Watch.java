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

    private static final Duration OFTEN = Duration.ofMillis(200);
    private static final Duration SELDOM = Duration.ofSeconds(1);
    private static final Duration LISTENERS = Duration.ofSeconds(2);

    // what was told and not heard
    private static final long REPEAT_NANOS = Duration.ofSeconds(5).toNanos();

    private final Map<ReleaseId, Watched> releases = new ConcurrentHashMap<>();
    private final Consumer<ReleaseId> changed;
    private final Lookout lookout;
    private long listenersDue = System.nanoTime() + LISTENERS.toNanos();

    Watch(Consumer<ReleaseId> changed, System.Logger logger) {
        this.changed = changed;
        lookout = new Lookout("berth-watch", SELDOM, this::look, logger);
    }

    /** An instance that runs, and the port it must listen on; 0 where it need not yet. */
    private record Running(ProcessIdentity leader, int port) {}

    /** What runs of a release, and when it was told last that this is so no more. */
    private record Watched(List<Running> running, long told) {}

    void start() {
        lookout.start();
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

    /** Looks whether all live, at times also whether they listen. */
    private Duration look() {
        long start = System.nanoTime();
        tell(running -> !running.leader().alive());
        long took = System.nanoTime() - start;
        if (start - listenersDue >= 0) {
            long began = System.nanoTime();
            Set<Integer> listening = Listeners.all();
            tell(running -> running.port() != 0 && !listening.contains(running.port()));
            long now = System.nanoTime();
            listenersDue = now + Lookout.rest(now - began, LISTENERS).toNanos();
        }
        Duration rest = Lookout.rest(took, OFTEN);
        return rest.compareTo(SELDOM) < 0 ? rest : SELDOM;
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
        lookout.close();
    }
}
