package dev.berth.bench.pretending;

import dev.berth.spi.LogQuery;
import dev.berth.spi.LogStream;
import dev.berth.spi.OperationContext;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.ReleaseSpec;
import dev.berth.spi.ReleaseState;
import dev.berth.spi.WorkerRuntime;
import java.time.Duration;

/** Sleeps in every call that changes something, then leaves it to another runtime. */
record SleepingRuntime(WorkerRuntime runtime, Duration pause) implements WorkerRuntime {

    @Override
    public ReleaseState reconcile(ReleaseSpec desired, OperationContext context) {
        context.pause(pause);
        return runtime.reconcile(desired, context);
    }

    @Override
    public ReleaseState delete(ReleaseId id, OperationContext context) {
        context.pause(pause);
        return runtime.delete(id, context);
    }

    @Override
    public LogStream logs(ReleaseId id, LogQuery query) {
        return runtime.logs(id, query);
    }

    @Override
    public void close() {
        runtime.close();
    }
}
