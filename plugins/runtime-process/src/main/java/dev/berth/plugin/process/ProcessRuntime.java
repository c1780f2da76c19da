package dev.berth.plugin.process;

import static dev.berth.spi.PluginException.Kind.INVALID;
import static dev.berth.spi.PluginException.Kind.UNAVAILABLE;

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
import java.util.function.Supplier;

/**
 * Runs each instance as a process in a session of its own. What runs is on disk; in memory is only
 * which attempt deleted a release, see {@link Fences}.
 */
final class ProcessRuntime implements WorkerRuntime {

    private static final Duration WATCH = Duration.ofSeconds(2);

    // of some hours, in a megabyte
    private static final int DELETIONS = 10_000;

    private final Path directory;
    private final Fences fences;
    private final ReleaseKeeper keeper;

    ProcessRuntime(ProcessConfig config, PluginContext context) {
        Host host = Host.examine();
        PortRange range = host.check(config.portRange());
        directory = Trees.create(config.directory());
        fences = new Fences(directory.resolve("fences"), DELETIONS);
        PortLeases ports = new PortLeases(directory, range, host.ephemeral());
        InstanceStart start =
                new InstanceStart(
                        host,
                        Host.installShim(directory),
                        ports,
                        new ProgramEnvironment(config.jdk()));
        InstanceEnd end = new InstanceEnd(context.clock(), config.stopGrace());
        Pace pace = new Pace(context.clock());
        keeper =
                new ReleaseKeeper(
                        context.sources(),
                        new InstanceKeeper(start, end, pace, config.startTimeout()),
                        end,
                        pace,
                        ports);
    }

    @Override
    public ReleaseState reconcile(ReleaseSpec desired, OperationContext context) {
        ReleaseDirectory release = ReleaseDirectory.of(directory, desired.id());
        try {
            return watch(desired.id(), () -> keeper.advance(desired, release, context), context);
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
        return watch(id, () -> keeper.delete(release, context), context);
    }

    @Override
    public LogStream logs(ReleaseId id, LogQuery query) {
        return new ReleaseLog(ReleaseDirectory.of(directory, id), query);
    }

    @Override
    public void close() {
        // no file stays open, and the instances go on
    }

    /**
     * Looks closely for a short while, for a program that starts fast; the fence is free between.
     */
    private ReleaseState watch(
            ReleaseId id, Supplier<ReleaseState> pass, OperationContext context) {
        Duration waited = Duration.ZERO;
        while (true) {
            ReleaseState state = fenced(id, pass, context);
            if (!(state instanceof InProgress(_, Duration pause, _))
                    || waited.plus(pause).compareTo(WATCH) > 0) {
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
