package dev.berth.outer;

import dev.berth.kafka.BrokerProbe;
import dev.berth.rest.HealthReport;
import dev.berth.store.DatabaseProbe;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** Outer is ready when the database answers; without Kafka it is degraded. */
@ApplicationScoped
public class OuterHealth implements HealthReport {

    private DatabaseProbe database;
    private BrokerProbe broker;

    @Resource(lookup = Adapters.DATA_SOURCE)
    private DataSource dataSource;

    @Inject private OuterConfig config;
    @Inject private FirstUser firstUser;

    @PostConstruct
    void open() {
        database = new DatabaseProbe(dataSource);
        broker = new BrokerProbe(config.kafka);
    }

    @Override
    public Health now() {
        if (!database.answers() || !firstUser.ensure()) {
            return Health.DOWN;
        }
        return broker.answers() ? Health.OK : Health.DEGRADED;
    }

    @Produces
    @Readiness
    HealthCheck ready() {
        return () -> HealthCheckResponse.named("outer").status(now() != Health.DOWN).build();
    }

    @Produces
    @Liveness
    HealthCheck alive() {
        return () -> HealthCheckResponse.up("outer");
    }
}
