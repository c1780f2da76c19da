package dev.berth.plugin.process;

import static dev.berth.spi.PluginException.Kind.INVALID;
import static dev.berth.spi.PluginException.Kind.UNAVAILABLE;

import dev.berth.spi.InstanceUsage;
import dev.berth.spi.LogQuery;
import dev.berth.spi.LogStream;
import dev.berth.spi.OperationContext;
import dev.berth.spi.PluginContext;
import dev.berth.spi.PluginException;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.ReleaseSpec;
import dev.berth.spi.ReleaseState;
import dev.berth.spi.ReleaseState.Gone;
import dev.berth.spi.ReleaseState.InProgress;
import dev.berth.spi.ReleaseState.Rejected;
import dev.berth.spi.WorkerRuntime;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs each instance as a process in a session of its own. What runs is on disk; in memory is only
 * which attempt deleted a release, see {@link Fences}.
 */
final class ProcessRuntime implements WorkerRuntime {

    private static final Duration LOOK = Duration.ofSeconds(2);

    // of some hours, in a megabyte
    private static final int DELETIONS = 10_000;

    private final Path directory;
    private final Fences fences;
    private final ReleaseKeeper keeper;
    private final Watch watch;
    private final LogClock logClock;

    ProcessRuntime(ProcessConfig config, PluginContext context) {
        Host host = Host.examine();
        PortRange range = host.check(config.portRange());
        LogSettings logs = config.logs();
        directory = Trees.real(Trees.create(config.directory()));
        Isolation isolation =
                new IsolationCheck(directory, UserRange.parse(config.users())).examine();
        ControlGroups groups = groups(config, directory);
        groups.clear(directory);
        fences = new Fences(directory.resolve("fences"), DELETIONS);
        PortLeases ports = new PortLeases(directory, range, host.ephemeral());
        Pace pace = new Pace(context.clock());
        CpuBoost boost = new CpuBoost(groups, pace, config.cpuBoost());
        InstanceStart start =
                new InstanceStart(
                        shim(directory, isolation, config.jdk(), logs),
                        ports,
                        new ProgramEnvironment(config.jdk()),
                        groups,
                        boost);
        InstanceEnd end = new InstanceEnd(context.clock(), config.stopGrace());
        keeper =
                new ReleaseKeeper(
                        context.sources(),
                        new InstanceKeeper(start, end, boost, pace, config.startTimeout()),
                        end,
                        pace,
                        ports,
                        new Tenants(directory, isolation),
                        List.of(isolation.condition(), groups.condition()));
        watch = new Watch(context::changed, context.logger());
        watch.start();
        logClock = new LogClock(directory, context.clock(), context.logger());
        logClock.start();
    }

    private static ControlGroups groups(ProcessConfig config, Path directory) {
        return switch (config.cgroups()) {
            case OFF -> ControlGroups.none(directory, "an operator has set 'cgroups' to 'off'");
            case AUTO ->
                    ControlGroups.in(
                            HierarchySearch.here(config.cgroupRoot()).find(),
                            directory,
                            config.maxProcesses());
        };
    }

    private static Shim shim(Path directory, Isolation isolation, Path jdk, LogSettings logs) {
        Path leader = Host.install("shim.sh", directory);
        Path program = Host.install("program.sh", directory);
        return switch (isolation) {
            case Isolation.Shared _ -> new Shim(leader, program, Optional.empty(), jdk, logs);
            case Isolation.PerTenant(UserRange _, Optional<Path> cover) -> {
                Trees.open(directory);
                yield new Shim(leader, program, cover, jdk, logs);
            }
        };
    }

    @Override
    public ReleaseState reconcile(ReleaseSpec desired, OperationContext context) {
        ReleaseDirectory release = ReleaseDirectory.of(directory, desired.id());
        try {
            return look(desired.id(), () -> keeper.advance(desired, release, context), context);
        } catch (PluginException refused) {
            if (refused.kind() == INVALID) {
                return new Rejected(List.of(refused.getMessage()));
            }
            throw refused;
        }
    }

    @Override
    public ReleaseState delete(ReleaseId id, OperationContext context) {
        ReleaseDirectory release = ReleaseDirectory.of(directory, id);
        return look(id, () -> keeper.delete(release, context), context);
    }

    @Override
    public LogStream logs(ReleaseId id, LogQuery query) {
        return new ReleaseLog(ReleaseDirectory.of(directory, id), query, logClock);
    }

    @Override
    public List<InstanceUsage> usage(ReleaseId id) {
        return ReleaseDirectory.of(directory, id).instances().stream()
                .flatMap(instance -> Usage.of(instance).stream())
                .toList();
    }

    @Override
    public void close() {
        watch.close();
        logClock.close();
    }

    /**
     * Looks closely for a short while, for a program that starts fast; the fence is free between.
     */
    private ReleaseState look(ReleaseId id, Supplier<ReleaseState> pass, OperationContext context) {
        Duration waited = Duration.ZERO;
        while (true) {
            ReleaseState state = fenced(id, pass, context);
            if (!(state instanceof InProgress(_, Duration pause, _))
                    || waited.plus(pause).compareTo(LOOK) > 0) {
                return state;
            }
            context.pause(pause);
            waited = waited.plus(pause);
        }
    }

    private ReleaseState fenced(
            ReleaseId id, Supplier<ReleaseState> pass, OperationContext context) {
        try (Fence fence = fences.enter(id, context)) {
            ReleaseState state = pass.get();
            if (state instanceof Gone) {
                fences.remove(fence, id, context.attempt());
            }
            watch.expect(ReleaseDirectory.of(directory, id));
            return state;
        } catch (UncheckedIOException failure) {
            throw new PluginException(
                    UNAVAILABLE,
                    "cannot work on release '%s': %s: %s"
                            .formatted(id, failure.getMessage(), failure.getCause().getMessage()),
                    failure);
        }
    }
}
