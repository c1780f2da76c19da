package dev.berth.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What a developer may choose for a worker.
 *
 * @param cpu cores for one instance, as {@link Quantity} reads them
 * @param memory memory for one instance
 * @param disk disk for one instance
 * @param minReplicas fewest instances
 * @param maxReplicas most instances
 * @param region where it should run; may be empty
 * @param strategy the configured strategy by which a new release takes over
 * @param runtime the configured runtime where it runs
 */
public record WorkerSettings(
        String cpu,
        String memory,
        String disk,
        int minReplicas,
        int maxReplicas,
        String region,
        String strategy,
        String runtime) {

    /** Most instances of one worker. */
    public static final int MOST_REPLICAS = 20;

    public WorkerSettings {
        List<Problem> problems = new ArrayList<>();
        if (Quantity.cpuMillis(cpu).isEmpty()) {
            problems.add(new Problem("/assigned_cpu", "must be cores such as '1' or '250m'"));
        }
        if (Quantity.bytes(memory).isEmpty()) {
            problems.add(
                    new Problem("/assigned_memory", "must be a size such as '500Mi' or '2Gi'"));
        }
        if (Quantity.bytes(disk).isEmpty()) {
            problems.add(new Problem("/assigned_disk", "must be a size such as '500Mi' or '2Gi'"));
        }
        if (minReplicas < 0 || minReplicas > MOST_REPLICAS) {
            problems.add(new Problem("/min_replicas", "must be 0 to " + MOST_REPLICAS));
        }
        if (maxReplicas < Math.max(1, minReplicas) || maxReplicas > MOST_REPLICAS) {
            problems.add(
                    new Problem(
                            "/max_replicas",
                            "must be at least min_replicas and 1, and at most " + MOST_REPLICAS));
        }
        if (region.length() > 63 || !region.matches("[a-z0-9-]*")) {
            problems.add(
                    new Problem("/main_region", "must be lower-case letters, digits and dashes"));
        }
        if (!problems.isEmpty()) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "cannot set up the worker", problems);
        }
    }

    /** Returns how many instances run of a version that asks for so many. */
    public int replicas(int asked) {
        return Math.clamp(asked, minReplicas, maxReplicas);
    }

    /** Returns whether one instance may use as much with {@code other}. */
    public boolean sameLimits(WorkerSettings other) {
        return cpu.equals(other.cpu) && memory.equals(other.memory) && disk.equals(other.disk);
    }
}
