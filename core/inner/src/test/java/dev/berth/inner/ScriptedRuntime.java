package dev.berth.inner;

import dev.berth.spi.Endpoint;
import dev.berth.spi.LogQuery;
import dev.berth.spi.LogStream;
import dev.berth.spi.OperationContext;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.ReleaseSpec;
import dev.berth.spi.ReleaseState;
import dev.berth.spi.WorkerRuntime;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A runtime that does as the test says where instances are wanted, and the least it must else. */
record ScriptedRuntime(Function<ReleaseSpec, ReleaseState> script) implements WorkerRuntime {

    static final ScriptedRuntime CALM =
            new ScriptedRuntime(release -> ready(20000, release.replicas()));

    /** Returns so many instances, all of which answer at {@code port}. */
    static ReleaseState ready(int port, int count) {
        Endpoint endpoint = Endpoint.of(URI.create("http://127.0.0.1:" + port));
        return new ReleaseState.Ready(Collections.nCopies(count, endpoint), count, List.of());
    }

    /** Waits for {@code go}, and hears nobody who wants it to stop. */
    static void hang(CountDownLatch go) {
        boolean gone = false;
        while (!gone) {
            try {
                gone = go.await(60, TimeUnit.SECONDS);
            } catch (InterruptedException ignored) {
                gone = go.getCount() == 0;
            }
        }
    }

    @Override
    public ReleaseState reconcile(ReleaseSpec desired, OperationContext context) {
        return desired.replicas() == 0
                ? new ReleaseState.Ready(List.of(), 0, List.of())
                : script.apply(desired);
    }

    @Override
    public ReleaseState delete(ReleaseId id, OperationContext context) {
        return new ReleaseState.Gone();
    }

    @Override
    public LogStream logs(ReleaseId id, LogQuery query) {
        throw new AssertionError("nobody asks for logs here");
    }

    @Override
    public void close() {
        // nothing is open
    }
}
