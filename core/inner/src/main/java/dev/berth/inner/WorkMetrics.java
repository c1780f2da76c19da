package dev.berth.inner;

import dev.berth.work.Claim;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts what runs came to, for the metrics endpoint. */
@Dependent
public class WorkMetrics {

    private final MetricRegistry registry;

    @Inject
    WorkMetrics(MetricRegistry registry) {
        this.registry = registry;
    }

    /** Counts a run that ended. */
    public void ended(Claim claim, String outcome, Duration took) {
        Tag type = new Tag("type", claim.type().word());
        registry.counter("inner_tasks_total", type, new Tag("outcome", outcome)).inc();
        registry.timer("inner_run_seconds", type).update(took);
    }
}
