package dev.berth.work.worker;

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
import dev.berth.spi.Route;
import dev.berth.spi.RouteReport;
import dev.berth.spi.RouteTable;
import dev.berth.spi.Router;
import dev.berth.spi.Step;
import dev.berth.spi.Traffic;
import dev.berth.spi.WorkerRuntime;
import dev.berth.work.Claim;
import dev.berth.work.Plugins;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Plugins that do as the test says and note, in one list, what was asked of them. */
public final class FakePlugins implements Plugins, WorkerRuntime, Router {

    public final List<String> calls = new ArrayList<>();
    public final List<ReleaseSpec> specs = new ArrayList<>();
    public final Map<Long, ReleaseState> states = new HashMap<>();
    public final Map<Long, Traffic> traffic = new HashMap<>();
    public RouteTable table = new RouteTable(0, Set.of());
    public DeployStrategy strategy = FakePlugins::startThenShift;
    public Optional<RuntimeException> failure = Optional.empty();
    public Optional<RuntimeException> routeFailure = Optional.empty();

    public static ReleaseState ready(int instances) {
        return new ReleaseState.Ready(
                IntStream.range(0, instances)
                        .mapToObj(n -> Endpoint.of(URI.create("http://127.0.0.1:" + (20000 + n))))
                        .toList(),
                instances,
                List.of());
    }

    /** The least that a strategy does. */
    private static Step startThenShift(Rollout rollout) {
        Rollout.Member candidate = rollout.candidate();
        if (candidate.failure().isPresent()) {
            return new Step.RollBack(candidate.failure().get());
        }
        if (candidate.wanted() == 0) {
            return new Step.Scale(candidate.release(), candidate.replicas());
        }
        if (candidate.ready() < candidate.replicas()) {
            return new Step.Wait("waiting", Duration.ofMillis(100));
        }
        return candidate.weight() == 0
                ? new Step.Shift(Map.of(candidate.release(), 100))
                : new Step.Finish();
    }

    @Override
    public ReleaseState reconcile(ReleaseSpec desired, OperationContext context) {
        failure.ifPresent(
                thrown -> {
                    throw thrown;
                });
        specs.add(desired);
        calls.add("reconcile " + desired.id().number() + " x" + desired.replicas());
        return desired.replicas() == 0
                ? ready(0)
                : states.getOrDefault(desired.id().number(), ready(desired.replicas()));
    }

    @Override
    public ReleaseState delete(ReleaseId id, OperationContext context) {
        calls.add("delete " + id.number());
        return new ReleaseState.Gone();
    }

    @Override
    public LogStream logs(ReleaseId id, LogQuery query) {
        throw new AssertionError("not part of reconciling");
    }

    @Override
    public RouteReport apply(RouteTable wanted, OperationContext context) {
        routeFailure.ifPresent(
                thrown -> {
                    throw thrown;
                });
        table = wanted;
        calls.add("route " + targets());
        Map<ReleaseId, Traffic> seen = new HashMap<>();
        traffic.forEach((release, one) -> seen.put(new ReleaseId(Facts.ID.value(), release), one));
        return new RouteReport(wanted.revision(), seen);
    }

    /** Returns the releases that get traffic. */
    public List<Long> targets() {
        return table.routes().stream()
                .flatMap(route -> route.targets().stream())
                .map(target -> target.release().number())
                .toList();
    }

    /** Returns the releases and their weights, by number: {@code 1=90 2=10}. */
    public String weights() {
        return table.routes().stream()
                .flatMap(route -> route.targets().stream())
                .sorted(Comparator.comparing(Route.Target::release))
                .map(target -> target.release().number() + "=" + target.weight())
                .collect(Collectors.joining(" "));
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
        return strategy;
    }

    @Override
    public OperationContext operation(Claim claim, Consumer<String> progress) {
        return new FakeOperation(claim, progress);
    }

    @Override
    public List<ConfiguredExtension> configured() {
        return List.of();
    }

    @Override
    public void close() {
        calls.add("close");
    }
}
