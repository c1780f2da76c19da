package dev.berth.testkit;

import dev.berth.spi.Condition;
import dev.berth.spi.Endpoint;
import dev.berth.spi.LogLine;
import dev.berth.spi.ReleaseSpec;
import dev.berth.spi.ReleaseState;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;

/** A release that a {@link PretendedMachine} pretends to run; its monitor guards it. */
final class PretendedRelease {

    private static final List<Condition> CONDITIONS =
            List.of(
                    new Condition("Isolated", true, "Pretended", "nothing runs"),
                    new Condition("LimitsEnforced", false, "Pretended", "nothing runs"));

    private static final Duration SOON = Duration.ofMillis(1);

    private final Map<Integer, Instance> instances = new TreeMap<>();
    private final List<Written> log = new ArrayList<>();
    private final InstantSource clock = InstantSource.system();
    private boolean gone;

    /** A line, and when it was written. */
    record Written(Instant at, LogLine line) {}

    /** An instance, and how often it was asked for. */
    private record Instance(int number, int serial, int asked) {

        /** Returns a loopback address of its own, where nobody listens. */
        Endpoint endpoint() {
            return Endpoint.of(
                    URI.create(
                            "http://127.%d.%d.%d:1"
                                    .formatted(
                                            1 + (serial >> 16 & 0x7F),
                                            serial >> 8 & 0xFF,
                                            serial & 0xFF)));
        }
    }

    synchronized ReleaseState reconcile(ReleaseSpec desired, IntSupplier serials) {
        PretendedProgram program = PretendedProgram.of(desired);
        instances.keySet().removeIf(number -> number > desired.replicas());
        for (int number = 1; number <= desired.replicas(); number++) {
            instances.computeIfAbsent(number, added -> start(added, program, serials));
            instances.computeIfPresent(
                    number,
                    (same, instance) ->
                            new Instance(same, instance.serial(), instance.asked() + 1));
        }
        return state(program);
    }

    private Instance start(int number, PretendedProgram program, IntSupplier serials) {
        Instant now = clock.instant();
        program.output(number).forEach(line -> log.add(new Written(now, line)));
        return new Instance(number, serials.getAsInt(), 0);
    }

    private ReleaseState state(PretendedProgram program) {
        List<String> reasons =
                instances.values().stream()
                        .flatMap(instance -> program.failure(instance.serial()).stream())
                        .toList();
        if (!reasons.isEmpty()) {
            return new ReleaseState.Rejected(reasons);
        }
        List<Endpoint> ready =
                instances.values().stream()
                        .filter(instance -> !program.late() || instance.asked() > 1)
                        .map(Instance::endpoint)
                        .toList();
        return ready.size() == instances.size()
                ? new ReleaseState.Ready(ready, ready.size(), CONDITIONS)
                : new ReleaseState.InProgress("waiting for it to listen", SOON, ready);
    }

    synchronized void delete() {
        gone = true;
    }

    /** Returns a copy of what was written so far. */
    synchronized List<Written> log() {
        return List.copyOf(log);
    }

    /** Returns what was written from line {@code read} on. */
    synchronized List<LogLine> logFrom(int read) {
        return log.subList(read, log.size()).stream().map(Written::line).toList();
    }

    synchronized boolean isGone() {
        return gone;
    }
}
