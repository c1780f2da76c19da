package dev.berth.plugin.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What its control groups say of the end of an instance. */
final class Cause {

    private static final List<String> LIMITS = List.of("memory.max", "memory.limit_in_bytes");
    private static final List<String> EVENTS = List.of("memory.events", "memory.oom_control");

    private Cause() {}

    /** Returns which limits it met; empty where it met none. */
    static Optional<String> of(List<ControlGroup> groups) {
        List<String> found = new ArrayList<>();
        for (ControlGroup group : groups) {
            if (outOfMemory(group)) {
                found.add("it ran out of memory, of which it may use " + memory(group));
            }
            if (happened(group.count("pids.events", "max"))) {
                found.add(
                        "it met the limit of %s processes and threads"
                                .formatted(group.read("pids.max").orElse("its")));
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", found));
    }

    private static boolean outOfMemory(ControlGroup group) {
        return EVENTS.stream().anyMatch(file -> happened(group.count(file, "oom_kill")));
    }

    private static boolean happened(OptionalLong count) {
        return count.orElse(0) > 0;
    }

    private static String memory(ControlGroup group) {
        return LIMITS.stream()
                .flatMap(file -> group.read(file).stream())
                .findFirst()
                .map(bytes -> (Long.parseLong(bytes) >> 20) + " MiB")
                .orElse("no more");
    }
}
