package dev.berth.inner;

import dev.berth.engine.Engine;
import dev.berth.engine.InstanceInfo;
import dev.berth.engine.InstanceState;
import dev.berth.engine.plugin.ExtensionKind;
import dev.berth.model.ConfiguredExtension;
import dev.berth.spi.DeployStrategy;
import dev.berth.spi.OperationContext;
import dev.berth.spi.PluginException;
import dev.berth.spi.Router;
import dev.berth.spi.WorkerRuntime;
import dev.berth.work.Claim;
import dev.berth.work.Plugins;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** The engine as the use cases see it. */
final class EnginePlugins implements Plugins {

    private static final Duration STRATEGY_DEADLINE = Duration.ofSeconds(5);
    private static final Duration LOG_DEADLINE = Duration.ofSeconds(10);

    private final Engine engine;
    private final Path bundled;
    private final BoundedCalls calls;
    private final String router;
    private final Duration deadline;
    private final InstantSource clock;

    EnginePlugins(
            Engine engine,
            Path bundled,
            BoundedCalls calls,
            String router,
            Duration deadline,
            InstantSource clock) {
        this.engine = engine;
        this.bundled = bundled;
        this.calls = calls;
        this.router = router;
        this.deadline = deadline;
        this.clock = clock;
    }

    @Override
    public WorkerRuntime runtime(String name) {
        return engine.runtime(name)
                .<WorkerRuntime>map(
                        runtime ->
                                new BoundedRuntime(
                                        name,
                                        runtime,
                                        calls,
                                        () -> clock.instant().plus(LOG_DEADLINE)))
                .orElseThrow(() -> missing(ExtensionKind.RUNTIME, name));
    }

    @Override
    public Router router() {
        return engine.router(router)
                .<Router>map(found -> new BoundedRouter(router, found, calls))
                .orElseThrow(() -> missing(ExtensionKind.ROUTER, router));
    }

    @Override
    public DeployStrategy strategy(String name) {
        DeployStrategy strategy =
                engine.strategy(name).orElseThrow(() -> missing(ExtensionKind.STRATEGY, name));
        return rollout ->
                calls.call(
                        "strategy/" + name,
                        new StrategyCall(clock.instant().plus(STRATEGY_DEADLINE)),
                        _ -> strategy.next(rollout));
    }

    @Override
    public OperationContext operation(Claim claim, Consumer<String> progress) {
        return new ClaimedOperation(claim, clock.instant().plus(deadline), progress);
    }

    @Override
    public List<ConfiguredExtension> configured() {
        return Arrays.stream(ExtensionKind.values())
                .flatMap(kind -> engine.instances(kind).stream())
                .map(this::configured)
                .toList();
    }

    private ConfiguredExtension configured(InstanceInfo instance) {
        String message = message(instance.state());
        return new ConfiguredExtension(
                instance.kind().key(),
                instance.name(),
                instance.extension(),
                instance.plugin(),
                isBundled(instance.plugin()),
                message.isEmpty(),
                message);
    }

    private boolean isBundled(String plugin) {
        return engine.directory(plugin).filter(from -> from.startsWith(bundled)).isPresent();
    }

    private static String message(InstanceState state) {
        return switch (state) {
            case InstanceState.Active() -> "";
            case InstanceState.Waiting(String message, Instant _) -> message;
            case InstanceState.Failed(String message) -> message;
            case InstanceState.Closed() -> "it is closed";
        };
    }

    /** An instance that is configured may come back, so that it is worth another try. */
    private PluginException missing(ExtensionKind kind, String name) {
        return engine.instances(kind).stream()
                .filter(instance -> instance.name().equals(name))
                .findAny()
                .map(
                        instance ->
                                new PluginException(
                                        PluginException.Kind.UNAVAILABLE,
                                        message(instance.state())))
                .orElseGet(
                        () ->
                                new PluginException(
                                        PluginException.Kind.INVALID,
                                        "there is no "
                                                + kind.key()
                                                + " '"
                                                + name
                                                + "'; an operator has to configure it"));
    }
}
