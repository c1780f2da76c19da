package dev.berth.plugin.process;

import dev.berth.spi.Limits;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A hierarchy of control groups in which Berth makes its own.
 *
 * @param controllers what it controls
 * @param root the group that Berth's is made in
 */
record Hierarchy(boolean second, Set<Controller> controllers, Path root) {

    private static final long PERIOD_MICROS = 100_000;
    private static final long LEAST_MICROS = 1_000;

    /** What a limit is set for. */
    enum Controller {
        MEMORY,
        CPU,
        PIDS;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    Hierarchy {
        controllers = Set.copyOf(controllers);
    }

    /** Returns the files of a group and what is written to them, as {@link ControlGroup} has it. */
    Map<String, String> settings(Limits limits, int processes) {
        Map<String, String> settings = new LinkedHashMap<>();
        String memory = Long.toString(limits.memoryBytes());
        if (controllers.contains(Controller.MEMORY) && second) {
            settings.put("memory.max", memory);
            settings.put("?memory.swap.max", "0");
            settings.put("?memory.oom.group", "1");
        } else if (controllers.contains(Controller.MEMORY)) {
            settings.put("memory.limit_in_bytes", memory);
            settings.put("?memory.memsw.limit_in_bytes", memory);
        }
        settings.putAll(cpu(limits));
        if (controllers.contains(Controller.PIDS)) {
            settings.put("pids.max", Integer.toString(processes));
        }
        return settings;
    }

    /** Returns what is written to limit the CPU alone; nothing where this does not control it. */
    Map<String, String> cpu(Limits limits) {
        long quota = Math.max(LEAST_MICROS, limits.cpuMillis() * PERIOD_MICROS / 1_000);
        return cpu(Long.toString(quota), Long.toString(quota));
    }

    /** Returns what is written to lift the limit on the CPU. */
    Map<String, String> unlimitedCpu() {
        return cpu("-1", "max");
    }

    private Map<String, String> cpu(String quota, String max) {
        if (!controllers.contains(Controller.CPU)) {
            return Map.of();
        }
        Map<String, String> settings = new LinkedHashMap<>();
        if (second) {
            settings.put("cpu.max", max + " " + PERIOD_MICROS);
        } else {
            settings.put("cpu.cfs_period_us", Long.toString(PERIOD_MICROS));
            settings.put("cpu.cfs_quota_us", quota);
        }
        return settings;
    }
}
