package dev.berth.work;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the lines are about that a thread logs meanwhile: fields beside their text. Whoever writes
 * the log asks for {@link #current()} on the thread that logs.
 *
 * @param fields names, all of {@link #NAMES}, and values
 */
public record LogContext(Map<String, String> fields) {

    /** The names of all fields that there are. */
    public static final List<String> NAMES =
            List.of(
                    "component",
                    "tenant_id",
                    "worker_id",
                    "task_id",
                    "task_type",
                    "attempt",
                    "request_id",
                    "job");

    private static final ScopedValue<LogContext> CURRENT = ScopedValue.newInstance();
    private static final LogContext NOTHING = new LogContext(Map.of());

    public LogContext {
        fields = Map.copyOf(fields);
    }

    /** Which part of Inner is at work. */
    public enum Component {
        /** Brings a worker to what is wanted of it, and calls plugins for that. */
        CONTROLLER,
        /** Sees to one task, from its claim to its outcome. */
        JOB,
        /** Claims tasks, keeps leases, tells events. */
        PROCESSOR,
        /** Does the duties of the clock. */
        CRON
    }

    /** Returns what this thread is at; nothing where nobody said. */
    public static LogContext current() {
        return CURRENT.orElse(NOTHING);
    }

    /** Returns what this thread is at, as work of {@code component}. */
    public static LogContext of(Component component) {
        return current().with(Map.of("component", component.name().toLowerCase(Locale.ROOT)));
    }

    /** Makes these the fields of all lines that this thread logs in {@code work}. */
    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }

    /** Makes these the fields of all lines that this thread logs in {@code work}. */
    public <T> T call(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    /** Starts a virtual thread that does {@code work} with these fields. */
    public Thread start(String name, Runnable work) {
        return Thread.ofVirtual().name(name).start(() -> run(work));
    }

    /** Returns these fields and those of {@code claim}. */
    public LogContext about(Claim claim) {
        return with(
                Map.of(
                        "tenant_id", claim.tenant().toString(),
                        "worker_id", claim.worker().toString(),
                        "task_id", claim.task().toString(),
                        "task_type", claim.type().word(),
                        "attempt", Long.toString(claim.attempt()),
                        "request_id", claim.requestId()));
    }

    /** Returns these fields and {@code more}, which has names of {@link #NAMES} alone. */
    public LogContext with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(fields);
        all.putAll(more);
        return new LogContext(all);
    }
}
