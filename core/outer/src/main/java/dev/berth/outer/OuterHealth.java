package dev.berth.outer;

import dev.berth.kafka.KafkaAnnouncer;
import dev.berth.rest.HealthReport;
import dev.berth.store.OuterStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;
import org.eclipse.microprofile.health.Readiness;

/** Outer is ready when the database answers; without Kafka it is degraded. */
@ApplicationScoped
public class OuterHealth implements HealthReport {

    private final OuterStore store;
    private final KafkaAnnouncer announcer;

    @Inject
    OuterHealth(OuterStore store, KafkaAnnouncer announcer) {
        this.store = store;
        this.announcer = announcer;
    }

    @Override
    public Health now() {
        if (!store.answers()) {
            return Health.DOWN;
        }
        return announcer.away() ? Health.DEGRADED : Health.OK;
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
