package dev.berth.testkit;

import dev.berth.spi.LogQuery;
import dev.berth.spi.LogStream;
import dev.berth.spi.OperationContext;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.ReleaseSpec;
import dev.berth.spi.ReleaseState;
import dev.berth.spi.WorkerRuntime;

/**
 * A runtime that only pretends: nothing runs, endpoints never answer, and all is done at once. It
 * passes {@link RuntimeTck}. What it pretends to run is kept by its {@link PretendedMachine}, so
 * that another object over the same machine adopts it; the first word of the command says what the
 * program does, as {@link PretendedProgram} has it.
 */
public final class PretendingRuntime implements WorkerRuntime {

    private final PretendedMachine machine;

    /** Creates one over {@code machine}. */
    public PretendingRuntime(PretendedMachine machine) {
        this.machine = machine;
    }

    @Override
    public ReleaseState reconcile(ReleaseSpec desired, OperationContext context) {
        return machine.reconcile(desired, context.attempt());
    }

    @Override
    public ReleaseState delete(ReleaseId id, OperationContext context) {
        return machine.delete(id, context.attempt());
    }

    @Override
    public LogStream logs(ReleaseId id, LogQuery query) {
        return machine.logs(id, query);
    }

    @Override
    public void close() {
        // the machine keeps everything
    }
}
