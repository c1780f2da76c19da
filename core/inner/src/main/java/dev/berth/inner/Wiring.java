package dev.berth.inner;

import dev.berth.rest.TokenCheck;
import dev.berth.rest.inner.ServiceToken;
import dev.berth.rest.inner.WorkerLogSource;
import dev.berth.store.InnerStore;
import dev.berth.work.Plugins;
import dev.berth.work.Processor;
import dev.berth.work.ProcessorSettings;
import dev.berth.work.Reconciler;
import dev.berth.work.Routes;
import dev.berth.work.TaskQueue;
import dev.berth.work.Upkeep;
import dev.berth.work.WorkerLogs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Makes the use cases. */
@ApplicationScoped
public class Wiring {

    @Produces
    @Singleton
    Routes routes(InnerStore store, Plugins plugins, InnerConfig config) {
        String suffix = ".worker." + config.domain;
        return new Routes(store.records(), plugins, worker -> worker + suffix);
    }

    @Produces
    @Singleton
    Processor processor(
            InnerStore store,
            Plugins plugins,
            Routes routes,
            InnerConfig config,
            WorkMetrics metrics) {
        InstantSource clock = InstantSource.system();
        ProcessorSettings settings =
                new ProcessorSettings(
                        config.name, config.executors, config.tries, config.reconcileEvery());
        return new Processor(
                settings,
                store.queue(),
                new Reconciler(store.records(), plugins, routes, clock),
                new Upkeep(store.queue(), store.records(), plugins, routes, settings, clock),
                metrics::ended,
                clock);
    }

    @Produces
    @Singleton
    TaskQueue queue(InnerStore store) {
        return store.queue();
    }

    @Produces
    @Singleton
    WorkerLogSource logs(InnerStore store, Plugins plugins) {
        WorkerLogs logs = new WorkerLogs(store.records(), plugins);
        return (worker, version, query) -> {
            WorkerLogs.OpenLog open =
                    version.isPresent()
                            ? logs.open(worker, version.getAsLong(), query)
                            : logs.open(worker, query);
            return new WorkerLogSource.Opened(open.version(), open.lines());
        };
    }

    @Produces
    @Singleton
    TokenCheck tokens(InnerConfig config) {
        return new ServiceToken(config.secretFiles().read("service-token"));
    }
}
