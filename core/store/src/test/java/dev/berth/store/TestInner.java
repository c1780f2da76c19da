package dev.berth.store;

import dev.berth.spi.ReleaseSpec;
import dev.berth.spi.ReleaseState;
import dev.berth.work.name.OwnName;
import dev.berth.work.reconcile.Reconciler;
import dev.berth.work.reconcile.Routes;
import dev.berth.work.task.Processor;
import dev.berth.work.task.ProcessorSettings;
import dev.berth.work.task.Upkeep;
import dev.berth.work.worker.WorkerRecords;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import javax.sql.DataSource;

/** An Inner without a server: the real processor over the real store. */
final class TestInner implements AutoCloseable {

    private final InnerStore store;
    private final OwnName name;
    private final Processor processor;

    private TestInner(InnerStore store, OwnName name, Processor processor) {
        this.store = store;
        this.name = name;
        this.processor = processor;
    }

    static TestInner start(
            String name, DataSource database, Function<ReleaseSpec, ReleaseState> starting) {
        return start(name, 32, database, InstantSource.system(), starting);
    }

    static TestInner start(
            String name,
            int slots,
            DataSource database,
            InstantSource clock,
            Function<ReleaseSpec, ReleaseState> starting) {
        InnerStore store = InnerStore.open(database, World.KEY);
        WorkerRecords records = store.records();
        TestPlugins plugins = new TestPlugins(starting);
        Routes routes = new Routes(records, plugins, worker -> worker + ".worker.localhost");
        ProcessorSettings settings =
                new ProcessorSettings(name, 256, 128, slots, 3, Duration.ofMinutes(5));
        OwnName own = new OwnName(name, store.name(name));
        Processor processor =
                new Processor(
                        settings,
                        own::held,
                        store.queue(),
                        new Reconciler(records, plugins, routes, clock),
                        new Upkeep(store.queue(), records, plugins, routes, settings, clock),
                        (_, _, _) -> {},
                        clock);
        processor.start();
        own.start(processor);
        return new TestInner(store, own, processor);
    }

    void wake() {
        processor.wake();
    }

    /** Returns why it does not work; empty where it does. */
    String hindrance() {
        return name.hindrance().orElse("");
    }

    @Override
    public void close() {
        processor.close();
        name.close();
        store.close();
    }
}
