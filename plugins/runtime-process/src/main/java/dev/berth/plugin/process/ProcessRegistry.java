package dev.berth.plugin.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** What runs in the directory of a process runtime, for a launcher that stops it all. */
public final class ProcessRegistry {

    private static final long LOOK_NANOS = 20_000_000;

    private ProcessRegistry() {}

    /**
     * Stops every instance: asks its process group to end, and kills after {@code grace} what is
     * left. Needs no runtime alive. What is kept of them stays, so that the next reconcile starts
     * them again. Idempotent. An interrupt ends the wait; what was asked to end may live a little
     * longer.
     */
    public static void stopAll(Path directory, Duration grace) {
        InstanceEnd end = new InstanceEnd(Clock.systemUTC(), grace);
        List<Instance> living = living(directory);
        while (!living.isEmpty() && !Thread.currentThread().isInterrupted()) {
            living = living.stream().filter(instance -> !end.advance(instance)).toList();
            if (!living.isEmpty()) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
        instances(directory)
                .filter(instance -> instance.session().filter(Session::alive).isEmpty())
                .flatMap(instance -> instance.groups().stream())
                .forEach(ControlGroup::end);
    }

    private static List<Instance> living(Path directory) {
        return instances(directory)
                .filter(instance -> instance.session().filter(Session::alive).isPresent())
                .toList();
    }

    private static Stream<Instance> instances(Path directory) {
        return Files.isDirectory(directory)
                ? ReleaseDirectory.all(Trees.real(directory)).stream()
                        .flatMap(release -> release.instances().stream())
                : Stream.empty();
    }
}
