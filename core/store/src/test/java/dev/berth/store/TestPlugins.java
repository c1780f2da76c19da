package dev.berth.store;

import dev.berth.model.ConfiguredExtension;
import dev.berth.spi.DeployStrategy;
import dev.berth.spi.Endpoint;
import dev.berth.spi.LogQuery;
import dev.berth.spi.LogStream;
import dev.berth.spi.OperationContext;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.ReleaseSpec;
import dev.berth.spi.ReleaseState;
import dev.berth.spi.Rollout;
import dev.berth.spi.RouteReport;
import dev.berth.spi.RouteTable;
import dev.berth.spi.Router;
import dev.berth.spi.Step;
import dev.berth.spi.WorkerRuntime;
import dev.berth.work.Claim;
import dev.berth.work.Plugins;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** Plugins of which the runtime does as the test says, and the others the least they must. */
record TestPlugins(Function<ReleaseSpec, ReleaseState> starting)
        implements Plugins, WorkerRuntime, Router {

    static ReleaseState ready() {
        return new ReleaseState.Ready(
                List.of(Endpoint.of(URI.create("http://127.0.0.1:20000"))), 1, List.of());
    }

    @Override
    public ReleaseState reconcile(ReleaseSpec desired, OperationContext context) {
        return desired.replicas() == 0
                ? new ReleaseState.Ready(List.of(), 0, List.of())
                : starting.apply(desired);
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
    public RouteReport apply(RouteTable table, OperationContext context) {
        return new RouteReport(table.revision(), Map.of());
    }

    @Override
    public WorkerRuntime runtime(String name) {
        return this;
    }

    @Override
    public Router router() {
        return this;
    }

    @Override
    public DeployStrategy strategy(String name) {
        return TestPlugins::next;
    }

    private static Step next(Rollout rollout) {
        Rollout.Member candidate = rollout.candidate();
        if (candidate.failure().isPresent()) {
            return new Step.RollBack(candidate.failure().get());
        }
        if (candidate.wanted() == 0) {
            return new Step.Scale(candidate.release(), 1);
        }
        if (candidate.ready() == 0) {
            return new Step.Wait("starting", Duration.ofMillis(50));
        }
        return candidate.weight() == 0
                ? new Step.Shift(Map.of(candidate.release(), 100))
                : new Step.Finish();
    }

    @Override
    public OperationContext operation(Claim claim, Consumer<String> progress) {
        return new TestOperation(claim);
    }

    @Override
    public List<ConfiguredExtension> configured() {
        return List.of();
    }

    @Override
    public void close() {
        // nothing is open
    }

    private record TestOperation(Claim claim) implements OperationContext {

        @Override
        public String operation() {
            return claim.task().toString();
        }

        @Override
        public long attempt() {
            return claim.attempt();
        }

        @Override
        public Instant deadline() {
            return Instant.MAX;
        }

        @Override
        public void progress(String phrase) {
            // nobody reads it
        }

        @Override
        public void pause(Duration duration) {
            throw new AssertionError("nothing pauses here");
        }
    }
}
