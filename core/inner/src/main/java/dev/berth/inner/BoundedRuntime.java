package dev.berth.inner;

import dev.berth.spi.LogQuery;
import dev.berth.spi.LogStream;
import dev.berth.spi.OperationContext;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.ReleaseSpec;
import dev.berth.spi.ReleaseState;
import dev.berth.spi.WorkerRuntime;

/** A runtime whose calls are bounded. */
record BoundedRuntime(String name, WorkerRuntime runtime, BoundedCalls calls)
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
        return runtime.logs(id, query);
    }

    @Override
    public void close() {
        runtime.close();
    }

    private String instance() {
        return "runtime/" + name;
    }
}
