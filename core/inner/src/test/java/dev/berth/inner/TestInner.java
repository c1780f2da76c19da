package dev.berth.inner;

import dev.berth.engine.Engine;
import dev.berth.engine.EngineSettings;
import dev.berth.engine.operation.OperationRunner;
import dev.berth.store.InnerStore;
import dev.berth.work.event.EventRelay;
import dev.berth.work.event.StatusEvent;
import dev.berth.work.reconcile.Reconciler;
import dev.berth.work.reconcile.Routes;
import dev.berth.work.task.Processor;
import dev.berth.work.task.Upkeep;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * An Inner without a server: the real processor, store and engine, of which the engine has loaded a
 * plugin whose instances are the test's.
 */
final class TestInner implements AutoCloseable {

    private final InstantSource clock = InstantSource.system();
    private final InnerStore store;
    private final Engine engine;
    private final Processor processor;
    private final EventRelay relay;

    final Queue<String> outcomes = new ConcurrentLinkedQueue<>();
    final Queue<StatusEvent> events = new ConcurrentLinkedQueue<>();

    private TestInner(Scene scene, Path home) {
        store = InnerStore.open(scene.deployments.database.inner(), Deployments.KEY);
        engine = engine(scene, home);
        processor = processor(scene);
        relay =
                new EventRelay(
                        store.outbox(),
                        told -> {
                            events.addAll(told);
                            return told.size();
                        });
    }

    static TestInner start(Scene scene, Path home) {
        TestInner inner = new TestInner(scene, home);
        inner.processor.start();
        inner.relay.start();
        return inner;
    }

    void wake() {
        processor.wake();
    }

    /** Stops the processor alone, as the first thing that a stop of Inner does. */
    void stopWorking() {
        processor.close();
    }

    @Override
    public void close() {
        processor.close();
        relay.close();
        engine.close();
        store.close();
    }

    private Engine engine(Scene scene, Path home) {
        Path plugins = home.resolve("plugins");
        ScriptedPlugin.write(plugins);
        return Engine.start(
                new EngineSettings(
                        List.of(plugins),
                        home.resolve("engine"),
                        home.resolve("state"),
                        scene.config(),
                        new ScriptedPlugin(scene.instances()),
                        clock,
                        _ -> {}));
    }

    private Processor processor(Scene scene) {
        EnginePlugins plugins =
                new EnginePlugins(
                        engine,
                        Path.of("/nowhere"),
                        new BoundedCalls(new OperationRunner(scene.slots(), clock), _ -> {}),
                        "probing",
                        scene.deadline(),
                        clock);
        Routes routes = new Routes(store.records(), plugins, id -> id + ".worker.localhost");
        return new Processor(
                scene.settings(),
                () -> true,
                store.queue(),
                new Reconciler(store.records(), plugins, routes, clock),
                new Upkeep(
                        store.queue(), store.records(), plugins, routes, scene.settings(), clock),
                (claim, outcome, _) -> outcomes.add(claim.worker() + " " + outcome),
                clock);
    }
}
