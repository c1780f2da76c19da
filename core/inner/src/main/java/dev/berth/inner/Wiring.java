package dev.berth.inner;

import dev.berth.rest.TokenCheck;
import dev.berth.rest.inner.ServiceToken;
import dev.berth.rest.inner.WorkerLogSource;
import dev.berth.store.InnerStore;
import dev.berth.work.Plugins;
import dev.berth.work.WakeUp;
import dev.berth.work.cron.Cron;
import dev.berth.work.event.EventPublisher;
import dev.berth.work.event.EventRelay;
import dev.berth.work.name.OwnName;
import dev.berth.work.reconcile.Reconciler;
import dev.berth.work.reconcile.Routes;
import dev.berth.work.rehearsal.Rehearsals;
import dev.berth.work.task.Processor;
import dev.berth.work.task.ProcessorSettings;
import dev.berth.work.task.TaskQueue;
import dev.berth.work.task.Upkeep;
import dev.berth.work.usage.WorkerUsage;
import dev.berth.work.user.UserProcessor;
import dev.berth.work.worker.WorkerLogs;
import dev.berth.work.worker.WorkerRecords;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;

/** Makes the use cases. */
@ApplicationScoped
public class Wiring {

    private static final Duration CLOCK_LOOK = Duration.ofSeconds(10);

    @Produces
    @Singleton
    Routes routes(WorkerRecords records, Plugins plugins, InnerConfig config) {
        String suffix = ".worker." + config.domain;
        return new Routes(records, plugins, worker -> worker + suffix);
    }

    @Produces
    @Singleton
    WorkerRecords records(InnerStore store, WorkMetrics metrics) {
        return new CountedRecords(store.records(), metrics);
    }

    @Produces
    @Singleton
    @Typed(EventRelay.class)
    EventRelay relay(InnerStore store, EventPublisher publisher) {
        return new EventRelay(store.outbox(), publisher);
    }

    @Produces
    @Singleton
    @Typed(Cron.class)
    Cron cron(InnerStore store, CronConfig config, WorkMetrics metrics) {
        return new Cron(
                store.cron(),
                config.schedule(),
                CLOCK_LOOK,
                (job, rows) -> metrics.fired(job.name(), rows));
    }

    @Produces
    @Singleton
    @Typed(OwnName.class)
    OwnName name(InnerStore store, InnerConfig config) {
        return new OwnName(config.name, store.name(config.name));
    }

    @Produces
    @Singleton
    @Typed(Processor.class)
    Processor processor(
            OwnName name,
            TaskQueue queue,
            WorkerRecords records,
            Plugins plugins,
            Routes routes,
            InnerConfig config,
            WorkMetrics metrics,
            EventRelay relay) {
        InstantSource clock = InstantSource.system();
        ProcessorSettings settings =
                new ProcessorSettings(
                        config.name,
                        config.buffer,
                        config.executors,
                        config.slots,
                        config.tries,
                        config.reconcileEvery());
        return new Processor(
                settings,
                name::held,
                queue,
                new Reconciler(records, plugins, routes, clock, config.rollouts()),
                new Upkeep(queue, records, plugins, routes, settings, clock),
                (claim, outcome, took) -> {
                    metrics.ended(claim, outcome, took);
                    relay.wake();
                },
                clock);
    }

    @Produces
    @Singleton
    WakeUp wakeUp(Processor processor, UserProcessor users, WorkMetrics metrics) {
        return () -> {
            metrics.received();
            processor.wake();
            users.wake();
        };
    }

    @Produces
    @Singleton
    TaskQueue queue(InnerStore store) {
        return store.queue();
    }

    @Produces
    @Singleton
    WorkerLogSource logs(WorkerRecords records, Plugins plugins) {
        WorkerLogs logs = new WorkerLogs(records, plugins);
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
    WorkerUsage usage(WorkerRecords records, Plugins plugins) {
        return new WorkerUsage(records, plugins);
    }

    @Produces
    @Singleton
    Rehearsals rehearsals(WorkerRecords records, Plugins plugins, InnerConfig config) {
        return new Rehearsals(
                records::load, plugins::strategy, InstantSource.system(), config.rollouts());
    }

    @Produces
    @Singleton
    TokenCheck tokens(InnerConfig config) {
        return new ServiceToken(config.secretFiles().read("service-token"));
    }
}
