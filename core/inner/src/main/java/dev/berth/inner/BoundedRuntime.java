package dev.berth.inner;

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
import java.util.function.Supplier;

/**
 * A runtime whose calls are bounded. Opening a log has slots of its own, so that readers hold up no
 * work; what is open is read for as long as the reader wants.
 *
 * @param logDeadline when the opening of a log is given up
 */
record BoundedRuntime(
        String name, WorkerRuntime runtime, BoundedCalls calls, Supplier<Instant> logDeadline)
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
                    new OpenLogCall(id.toString(), logDeadline.get()),
                    _ -> log.opened(runtime.logs(id, query)));
        } catch (PluginException | PluginBug refused) {
            log.giveUp();
            throw refused;
        }
    }

    @Override
    public void close() {
        runtime.close();
    }

    private String instance() {
        return "runtime/" + name;
    }
}
