package dev.berth.kafka;

import static java.lang.System.Logger.Level.WARNING;

import dev.berth.work.WakeUp;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.reactive.messaging.Acknowledgment;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Wakes Inner when a task is announced. What the record holds is of no interest, the table of tasks
 * is; so every record is acknowledged, because one that is not would shut the channel for good.
 */
@ApplicationScoped
public class TaskWakeUps {

    private static final System.Logger LOG = System.getLogger(TaskWakeUps.class.getName());

    private final WakeUp work;

    /** Creates it to wake {@code work}. */
    @Inject
    public TaskWakeUps(WakeUp work) {
        this.work = work;
    }

    /** Creates the proxy that CDI needs, which wakes nothing itself. */
    protected TaskWakeUps() {
        this(() -> {});
    }

    /** Wakes; never fails. */
    @Incoming("tasks")
    @Acknowledgment(Acknowledgment.Strategy.MANUAL)
    public CompletionStage<Void> announced(Message<?> announcement) {
        try {
            work.wake();
        } catch (RuntimeException bug) {
            LOG.log(WARNING, "cannot wake the processor of tasks, its own scan will", bug);
        }
        return announcement.ack().exceptionally(TaskWakeUps::unacknowledged);
    }

    private static Void unacknowledged(Throwable failure) {
        LOG.log(WARNING, "cannot acknowledge an announcement, it may come again", failure);
        return null;
    }
}
