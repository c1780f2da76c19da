package dev.berth.work.user;

import dev.berth.model.TaskType;
import dev.berth.work.Alarm;
import dev.berth.work.Backoff;
import dev.berth.work.LogContext;
import dev.berth.work.LogContext.Component;
import dev.berth.work.WakeUp;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.random.RandomGenerator;

/** Works off the tasks about users, one after the other: when woken, and every second. */
public final class UserProcessor implements WakeUp, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(UserProcessor.class.getName());
    private static final Duration SCAN = Duration.ofSeconds(1);
    private static final int BATCH = 50;

    private final UserTaskQueue queue;
    private final UserDuties duties;
    private final int tries;
    private final BiConsumer<TaskType, String> listener;
    private final Backoff backoff = new Backoff(RandomGenerator.getDefault());
    private final Alarm alarm = new Alarm(SCAN);
    private Optional<Thread> thread = Optional.empty();
    private boolean away;

    /**
     * Creates it; {@link #start} begins the work. Tries a task so often, and tells {@code listener}
     * of each try and whether it {@code reached} what it was for, {@code failed}, or is to be tried
     * again ({@code retry}).
     */
    public UserProcessor(
            UserTaskQueue queue,
            UserDuties duties,
            int tries,
            BiConsumer<TaskType, String> listener) {
        this.queue = queue;
        this.duties = duties;
        this.tries = tries;
        this.listener = listener;
    }

    /** Begins. Called once. */
    public void start() {
        thread = Optional.of(LogContext.of(Component.PROCESSOR).start("berth-users", this::work));
    }

    @Override
    public void wake() {
        alarm.ring();
    }

    /** Stops; what is not done yet stays in the table. Idempotent. */
    @Override
    public void close() {
        thread.ifPresent(Thread::interrupt);
    }

    private void work() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                if (workOnce() < BATCH) {
                    alarm.await();
                }
            }
        } catch (InterruptedException stop) {
            LOG.log(Level.DEBUG, "stopped working for users");
        }
    }

    /** Does what is due; returns how much that was. */
    int workOnce() {
        try {
            List<UserTask> due = queue.due(BATCH);
            due.forEach(task -> context(task).run(() -> attempt(task)));
            away = false;
            return due.size();
        } catch (RuntimeException failure) {
            if (!away) {
                LOG.log(Level.WARNING, "cannot work for users, trying again", failure);
            }
            away = true;
            return 0;
        }
    }

    private static LogContext context(UserTask task) {
        return LogContext.of(Component.JOB)
                .with(
                        Map.of(
                                "tenant_id", task.tenant().toString(),
                                "task_id", task.id().toString(),
                                "task_type", task.type().word(),
                                "attempt", Integer.toString(task.tries() + 1),
                                "request_id", task.requestId()));
    }

    private void attempt(UserTask task) {
        try {
            switch (queue.run(task, () -> duties.run(task))) {
                case WELL -> listener.accept(task.type(), "reached");
                case BADLY -> listener.accept(task.type(), "failed");
                case ELSEWHERE -> LOG.log(Level.DEBUG, "another Inner does it");
            }
        } catch (RuntimeException failure) {
            giveUpOrRetry(task, failure);
        }
    }

    private void giveUpOrRetry(UserTask task, RuntimeException failure) {
        String error = "it failed for a fault in Berth; its log says more";
        LOG.log(Level.ERROR, "task failed", failure);
        if (task.tries() + 1 < tries) {
            queue.retry(task, backoff.after(task.tries() + 1), error);
            listener.accept(task.type(), "retry");
        } else {
            queue.fail(task, error);
            listener.accept(task.type(), "failed");
        }
    }
}
