package dev.berth.work.rehearsal;

import dev.berth.model.ConfiguredExtension;
import dev.berth.spi.DeployStrategy;
import dev.berth.spi.OperationContext;
import dev.berth.spi.Router;
import dev.berth.spi.WorkerRuntime;
import dev.berth.work.Claim;
import dev.berth.work.Plugins;
import java.util.List;
import java.util.function.Consumer;

/** The plugins of a rehearsal: of the configured ones it has the strategy alone. */
record RehearsedPlugins(WorkerRuntime runtime, Router router, DeployStrategy strategy)
        implements Plugins {

    @Override
    public WorkerRuntime runtime(String name) {
        return runtime;
    }

    @Override
    public DeployStrategy strategy(String name) {
        return strategy;
    }

    @Override
    public OperationContext operation(Claim claim, Consumer<String> progress) {
        return new RehearsedOperation(claim.attempt());
    }

    @Override
    public List<ConfiguredExtension> configured() {
        return List.of();
    }
}
