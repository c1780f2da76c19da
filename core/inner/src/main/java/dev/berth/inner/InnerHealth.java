package dev.berth.inner;

import dev.berth.kafka.BrokerProbe;
import dev.berth.rest.HealthReport;
import dev.berth.store.DatabaseProbe;
import dev.berth.store.ReconcileProbe;
import dev.berth.work.name.OwnName;
import dev.berth.work.task.Processor;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/**
 * Inner is ready when the database answers and its name is its own; without Kafka it is degraded.
 */
@ApplicationScoped
public class InnerHealth implements HealthReport {

    private DatabaseProbe database;
    private BrokerProbe broker;
    private ReconcileProbe reconcile;
    private volatile boolean reconciled;

    @Resource(lookup = Adapters.DATA_SOURCE)
    private DataSource dataSource;

    @Inject private InnerConfig config;
    @Inject private OwnName name;
    @Inject private Processor processor;

    @PostConstruct
    void open() {
        database = new DatabaseProbe(dataSource);
        broker = new BrokerProbe(config.kafka);
        reconcile = new ReconcileProbe(dataSource);
    }

    @Override
    public Health now() {
        if (!database.answers() || !name.held()) {
            return Health.DOWN;
        }
        return broker.answers() ? Health.OK : Health.DEGRADED;
    }

    @Produces
    @Readiness
    HealthCheck ready() {
        return () -> {
            HealthCheckResponseBuilder answer =
                    HealthCheckResponse.named("inner")
                            .status(now() != Health.DOWN)
                            .withData("reconciled", reconciled());
            name.hindrance().ifPresent(why -> answer.withData("reason", why));
            return answer.build();
        };
    }

    /** Whether every worker was looked at since the start; once it is so it stays so. */
    private boolean reconciled() {
        reconciled = reconciled || (processor.lookedAtAll() && reconcile.done());
        return reconciled;
    }

    @Produces
    @Liveness
    HealthCheck alive() {
        return () -> HealthCheckResponse.up("inner");
    }
}
