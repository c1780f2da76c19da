package dev.berth.plugin.process;

import dev.berth.spi.InstanceUsage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What an instance uses: as its control groups count it, else as its processes do now. */
final class Usage {

    private static final long KIB = 1024;
    private static final int NANOS_PER_MICRO = 1000;

    private Usage() {}

    /** Returns it; empty where the instance does not run. */
    static Optional<InstanceUsage> of(Instance instance) {
        return instance.session()
                .filter(session -> session.leader().alive())
                .map(session -> of(instance.number(), session));
    }

    private static InstanceUsage of(int number, Session session) {
        OptionalLong nanos = first(session.groups(), Usage::cpu);
        OptionalLong bytes = first(session.groups(), Usage::memory);
        Set<Long> members = nanos.isPresent() && bytes.isPresent() ? Set.of() : session.members();
        return new InstanceUsage(
                number,
                Duration.ofNanos(
                        nanos.orElseGet(() -> members.stream().mapToLong(Usage::cpu).sum())),
                bytes.orElseGet(() -> members.stream().mapToLong(Usage::memory).sum()));
    }

    private static OptionalLong cpu(ControlGroup group) {
        OptionalLong micros = group.count("cpu.stat", "usage_usec");
        return micros.isPresent()
                ? OptionalLong.of(micros.getAsLong() * NANOS_PER_MICRO)
                : group.number("cpuacct.usage");
    }

    /** Returns what is held; pages of files that nobody has used lately are as good as free. */
    private static OptionalLong memory(ControlGroup group) {
        OptionalLong second = group.number("memory.current");
        return second.isPresent()
                ? less(second, group.count("memory.stat", "inactive_file"))
                : less(
                        group.number("memory.usage_in_bytes"),
                        group.count("memory.stat", "total_inactive_file"));
    }

    private static OptionalLong less(OptionalLong held, OptionalLong free) {
        return held.isPresent()
                ? OptionalLong.of(Math.max(0, held.getAsLong() - free.orElse(0)))
                : held;
    }

    private static long cpu(long process) {
        return ProcessHandle.of(process)
                .flatMap(handle -> handle.info().totalCpuDuration())
                .orElse(Duration.ZERO)
                .toNanos();
    }

    private static long memory(long process) {
        Path status = ProcessTable.PROC.resolve(process + "/status");
        try {
            return Files.readAllLines(status, StandardCharsets.ISO_8859_1).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> KIB * Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
        } catch (IOException ended) {
            return 0;
        }
    }

    private static OptionalLong first(List<ControlGroup> groups, Reading reading) {
        return groups.stream()
                .map(reading::of)
                .filter(OptionalLong::isPresent)
                .findFirst()
                .orElseGet(OptionalLong::empty);
    }

    /** Reads a number out of a group that counts it. */
    @FunctionalInterface
    private interface Reading {
        OptionalLong of(ControlGroup group);
    }
}
