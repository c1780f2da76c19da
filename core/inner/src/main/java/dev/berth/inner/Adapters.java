package dev.berth.inner;

import dev.berth.engine.Engine;
import dev.berth.engine.EngineSettings;
import dev.berth.engine.operation.OperationRunner;
import dev.berth.kafka.KafkaEventPublisher;
import dev.berth.model.WorkerId;
import dev.berth.spi.ReleaseId;
import dev.berth.store.InnerStore;
import dev.berth.store.TaskBacklog;
import dev.berth.store.cipher.ConfigKeys;
import dev.berth.work.Plugins;
import dev.berth.work.WakeUp;
import dev.berth.work.audit.RefusedCalls;
import dev.berth.work.event.EventPublisher;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;

/** The store and the engine, and what they hold open. */
@ApplicationScoped
public class Adapters {

    static final String DATA_SOURCE = "jdbc/inner";

    private InnerStore store;
    private Engine engine;
    private volatile WakeUp wakeUp = () -> {};
    private KafkaEventPublisher publisher;

    @Resource(lookup = DATA_SOURCE)
    private DataSource dataSource;

    @Inject private InnerConfig config;
    @Inject private Config values;

    @PostConstruct
    void open() {
        store = InnerStore.open(dataSource, ConfigKeys.in(config.secrets.resolve("config-key")));
        publisher = KafkaEventPublisher.to(config.kafka);
        engine =
                Engine.start(
                        new EngineSettings(
                                config.plugins,
                                config.home.resolve("engine"),
                                config.home.resolve("state"),
                                new ConfigSource(values),
                                store.sources(),
                                InstantSource.system(),
                                this::look));
    }

    /** Has {@code work} woken for what a runtime tells of; until then a scan finds it. */
    public void wakes(WakeUp work) {
        wakeUp = work;
    }

    private void look(ReleaseId release) {
        store.queue().look(new WorkerId(release.worker()));
        wakeUp.wake();
    }

    @PreDestroy
    void close() {
        publisher.close();
        engine.close();
        store.close();
    }

    @Produces
    @Singleton
    InnerStore store() {
        return store;
    }

    @Produces
    @Singleton
    TaskBacklog backlog() {
        return new TaskBacklog(dataSource);
    }

    @Produces
    @Singleton
    RefusedCalls refusedCalls() {
        return store.refusedCalls();
    }

    @Produces
    @Singleton
    EventPublisher publisher(WorkMetrics metrics) {
        return new CountedEvents(publisher, metrics);
    }

    @Produces
    @Singleton
    Plugins plugins(WorkMetrics metrics) {
        return new EnginePlugins(
                engine,
                config.bundled,
                new BoundedCalls(
                        new OperationRunner(config.slots, InstantSource.system()), metrics::called),
                config.router,
                config.deadline(),
                InstantSource.system());
    }
}
