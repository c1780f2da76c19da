package dev.berth.plugin.process;

import dev.berth.spi.PluginContext;
import dev.berth.spi.WorkerRuntime;

/** What every runtime does, without users and control groups. */
class SharedRuntimeIT extends ProcessRuntimeIT {

    @Override
    protected WorkerRuntime create(PluginContext context) {
        return new ProcessRuntime(TestConfig.shared(run), context);
    }

    @Override
    protected boolean isolates() {
        return false;
    }

    @Override
    protected boolean enforcesLimits() {
        return false;
    }
}
