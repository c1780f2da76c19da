package dev.berth.inner;

import dev.berth.kafka.BrokerProbe;
import dev.berth.rest.HealthReport;
import dev.berth.store.DatabaseProbe;
import dev.berth.work.OwnName;
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

    @Resource(lookup = Adapters.DATA_SOURCE)
    private DataSource dataSource;

    @Inject private InnerConfig config;
    @Inject private OwnName name;

    @PostConstruct
    void open() {
        database = new DatabaseProbe(dataSource);
        broker = new BrokerProbe(config.kafka);
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
                    HealthCheckResponse.named("inner").status(now() != Health.DOWN);
            name.hindrance().ifPresent(why -> answer.withData("reason", why));
            return answer.build();
        };
    }

    @Produces
    @Liveness
    HealthCheck alive() {
        return () -> HealthCheckResponse.up("inner");
    }
}
