package dev.berth.inner;

import dev.berth.store.TaskBacklog;
import dev.berth.work.cron.Cron;
import dev.berth.work.event.EventRelay;
import dev.berth.work.name.OwnName;
import dev.berth.work.task.Processor;
import dev.berth.work.user.UserProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;

/** Begins the work when Inner starts, and ends it when Inner stops. */
@ApplicationScoped
public class Start {

    private final LogFields fields = new LogFields();

    void started(
            @Observes @Initialized(ApplicationScoped.class) Object event,
            OwnName name,
            Processor processor,
            UserProcessor users,
            EventRelay relay,
            Cron cron,
            TaskBacklog backlog,
            WorkMetrics metrics,
            Adapters adapters) {
        fields.open();
        metrics.waiting(backlog::due);
        adapters.wakes(processor);
        processor.start();
        name.start(processor);
        users.start();
        relay.start();
        cron.start();
    }

    void stopping(
            @Observes @BeforeDestroyed(ApplicationScoped.class) Object event,
            OwnName name,
            Processor processor,
            UserProcessor users,
            EventRelay relay,
            Cron cron) {
        cron.close();
        users.close();
        processor.close();
        relay.close();
        name.close();
        fields.close();
    }
}
