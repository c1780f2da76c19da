package dev.berth.inner;

import dev.berth.rest.inner.OuterClient;
import dev.berth.store.InnerStore;
import dev.berth.work.event.EventRelay;
import dev.berth.work.usage.UsageReports;
import dev.berth.work.user.UserDuties;
import dev.berth.work.user.UserProcessor;
import dev.berth.work.user.UserTaskQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Makes what is done for users, and what other parts of Berth tell of them and ask for them. */
@ApplicationScoped
public class UserWiring {

    @Produces
    @Singleton
    @Typed(UserProcessor.class)
    UserProcessor users(
            InnerStore store, InnerConfig config, WorkMetrics metrics, EventRelay relay) {
        return new UserProcessor(
                store.userTasks(),
                new UserDuties(store.users()),
                config.tries,
                (type, outcome) -> {
                    metrics.ended(type, outcome);
                    relay.wake();
                });
    }

    @Produces
    @Singleton
    UserTaskQueue userTasks(InnerStore store) {
        return store.userTasks();
    }

    @Produces
    @Singleton
    UsageReports usageReports(InnerStore store) {
        return store.usage();
    }

    @Produces
    @Singleton
    OuterClient outer(InnerConfig config) {
        return new OuterClient(config.outer, config.secretFiles().read("service-token"));
    }

    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }
}
