package dev.berth.inner;

import dev.berth.spi.InstanceUsage;
import dev.berth.spi.LogQuery;
import dev.berth.spi.LogStream;
import dev.berth.spi.OperationContext;
import dev.berth.spi.PluginException;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.ReleaseSpec;
import dev.berth.spi.ReleaseState;
import dev.berth.spi.WorkerRuntime;
import dev.berth.work.PluginBug;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * A runtime whose calls are bounded. Opening a log and asking for the usage have slots of their
 * own, so that readers hold up no work; what is open is read for as long as the reader wants.
 *
 * @param lookDeadline when the opening of a log, or another look, is given up
 */
record BoundedRuntime(
        String name, WorkerRuntime runtime, BoundedCalls calls, Supplier<Instant> lookDeadline)
        implements WorkerRuntime {

    @Override
    public ReleaseState reconcile(ReleaseSpec desired, OperationContext context) {
        return calls.call(instance(), context, running -> runtime.reconcile(desired, running));
    }

    @Override
    public ReleaseState delete(ReleaseId id, OperationContext context) {
        return calls.call(instance(), context, running -> runtime.delete(id, running));
    }

    @Override
    public LogStream logs(ReleaseId id, LogQuery query) {
        LateLog log = new LateLog();
        try {
            return calls.call(
                    instance() + "/logs",
                    new LookCall("log of " + id, lookDeadline.get()),
                    _ -> log.opened(runtime.logs(id, query)));
        } catch (PluginException | PluginBug refused) {
            log.giveUp();
            throw refused;
        }
    }

    @Override
    public List<InstanceUsage> usage(ReleaseId id) {
        return calls.call(
                instance() + "/usage",
                new LookCall("usage of " + id, lookDeadline.get()),
                _ -> runtime.usage(id));
    }

    @Override
    public void close() {
        runtime.close();
    }

    private String instance() {
        return "runtime/" + name;
    }
}
