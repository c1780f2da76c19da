package dev.berth.work.task;

import dev.berth.model.Refusal;
import dev.berth.spi.PluginException;
import dev.berth.work.Backoff;
import dev.berth.work.Claim;
import dev.berth.work.LeaseLost;
import dev.berth.work.LogContext;
import dev.berth.work.LogContext.Component;
import dev.berth.work.PluginBug;
import dev.berth.work.reconcile.Outcome;
import dev.berth.work.reconcile.Reconciler;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/** One claim being worked on: runs it, and settles with the queue what came of it. */
final class Run implements Runnable {

    private static final System.Logger LOG = System.getLogger(Run.class.getName());

    private static final Duration SOON = Duration.ofSeconds(1);

    private final Claim claim;
    private final TaskQueue queue;
    private final Reconciler reconciler;
    private final Retries retries;
    private final WorkListener listener;
    private final InstantSource clock;

    Run(
            Claim claim,
            TaskQueue queue,
            Reconciler reconciler,
            Retries retries,
            WorkListener listener,
            InstantSource clock) {
        this.claim = claim;
        this.queue = queue;
        this.reconciler = reconciler;
        this.retries = retries;
        this.listener = listener;
        this.clock = clock;
    }

    @Override
    public void run() {
        LogContext.of(Component.JOB).run(this::work);
    }

    private void work() {
        Instant begun = clock.instant();
        String outcome = attempt();
        listener.ended(claim, outcome, Duration.between(begun, clock.instant()));
    }

    private String attempt() {
        try {
            return settle(reconcile());
        } catch (LeaseLost lost) {
            LOG.log(Level.WARNING, "lease lost");
            return "lost";
        } catch (RuntimeException | Error unsettled) {
            // the database did not take the outcome: the lease runs out, and the claim is made anew
            LOG.log(Level.ERROR, "outcome not recorded", unsettled);
            return "lost";
        }
    }

    private Outcome reconcile() {
        try {
            return LogContext.of(Component.CONTROLLER).call(() -> reconciler.reconcile(claim));
        } catch (PluginException refused) {
            return refused.kind() == PluginException.Kind.UNAVAILABLE
                    ? unavailable(refused)
                    : fail(refused);
        } catch (LeaseLost lost) {
            throw lost;
        } catch (Refusal away) {
            // the store's: nothing is wrong with the worker
            LOG.log(Level.WARNING, "store is away", away);
            return new Outcome.Again(SOON);
        } catch (RuntimeException | Error bug) {
            return fail(bug);
        }
    }

    private Outcome unavailable(PluginException reason) {
        if (claim.tries() >= retries.most()) {
            return fail(reason);
        }
        return new Outcome.Retry(
                retries.backoff().after(claim.tries()), String.valueOf(reason.getMessage()));
    }

    private Outcome fail(Throwable reason) {
        LOG.log(Level.ERROR, "task failed", reason);
        return reconciler.fail(claim, told(reason));
    }

    /** What Berth's own bug says is for the log; a plugin's says whose it is. */
    private static String told(Throwable reason) {
        return reason instanceof PluginException || reason instanceof PluginBug
                ? String.valueOf(reason.getMessage())
                : "it failed for a bug in Berth; its log says more";
    }

    private String settle(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Reached(long generation) -> {
                queue.settle(claim, generation, Optional.empty());
                LOG.log(Level.INFO, "task succeeded");
                yield "reached";
            }
            case Outcome.Failed(long generation, String reason) -> {
                queue.settle(claim, generation, Optional.of(reason));
                LOG.log(Level.INFO, "task ended in error");
                yield "failed";
            }
            case Outcome.Again(Duration pause) -> {
                queue.again(claim, pause);
                retries.wakeAfter().accept(pause);
                yield "again";
            }
            case Outcome.Retry(Duration pause, String reason) -> {
                queue.retry(claim, pause, reason);
                retries.wakeAfter().accept(pause);
                LOG.log(Level.WARNING, "task waits for a plugin; reason=" + reason);
                yield "retry";
            }
            case Outcome.Purged() -> {
                LOG.log(Level.INFO, "worker removed");
                yield "purged";
            }
        };
    }

    /** How often an unavailable plugin is tried, with which pauses, and who wakes up after them. */
    record Retries(int most, Backoff backoff, Consumer<Duration> wakeAfter) {}
}
