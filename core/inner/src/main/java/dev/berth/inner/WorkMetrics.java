package dev.berth.inner;

import dev.berth.model.TaskType;
import dev.berth.work.Claim;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts what Inner does, a metric for each of its duties. */
@Dependent
public class WorkMetrics {

    private final MetricRegistry registry;

    @Inject
    WorkMetrics(MetricRegistry registry) {
        this.registry = registry;
    }

    /** Shows how many tasks wait, asked whenever somebody looks at the metrics. */
    void waiting(Supplier<Double> count) {
        registry.gauge("inner_tasks_waiting", count);
    }

    /** Counts an announced task. */
    void received() {
        registry.counter("inner_tasks_received_total").inc();
    }

    /** Counts a try of a task about a user. */
    void ended(TaskType type, String outcome) {
        registry.counter(
                        "inner_tasks_total",
                        new Tag("type", type.word()),
                        new Tag("outcome", outcome))
                .inc();
    }

    /** Counts a run that ended. */
    void ended(Claim claim, String outcome, Duration took) {
        Tag type = new Tag("type", claim.type().word());
        registry.counter("inner_tasks_total", type, new Tag("outcome", outcome)).inc();
        registry.timer("inner_run", type).update(took);
    }

    /** Counts a call into a plugin: what Inner changes in the world outside. */
    void called(String instance) {
        registry.counter("inner_plugin_calls_total", new Tag("instance", instance)).inc();
    }

    /** Counts a status that was written. */
    void statusWritten() {
        registry.counter("inner_status_writes_total").inc();
    }

    /** Counts a look at every worker, which the clock causes. */
    void lookedAtEverything() {
        registry.counter("inner_reconcile_all_total").inc();
    }

    /** Counts an event that the broker has. */
    void told(String topic) {
        registry.counter("inner_events_published_total", new Tag("topic", topic)).inc();
    }

    /** Counts a duty of the clock that was done, and what it removed. */
    void fired(String job, int rows) {
        Tag tag = new Tag("job", job);
        registry.counter("inner_cron_firings_total", tag).inc();
        registry.counter("inner_cron_rows_total", tag).inc(rows);
    }
}
