package dev.berth.intent.worker;

import dev.berth.intent.audit.Deed;
import dev.berth.intent.task.NewTask;
import dev.berth.model.Caller;
import dev.berth.model.Cause;
import dev.berth.model.Refusal;
import dev.berth.model.Role;
import dev.berth.model.TaskType;
import dev.berth.model.Verdict;
import dev.berth.model.Worker;
import dev.berth.model.WorkerId;
import java.util.Locale;
import java.util.Optional;

/** Says of a rollout that goes on whether it goes on at once, or back. */
public final class Verdicts {

    private final WorkerStore store;
    private final WorkerTasks tasks;

    /** Creates it over where workers are kept. */
    public Verdicts(WorkerStore store, WorkerTasks tasks) {
        this.store = store;
        this.tasks = tasks;
    }

    /** Writes a verdict down for the release that is being rolled out, and for no other. */
    public void say(Caller caller, String id, Verdict.Kind kind, Cause cause) {
        caller.mustBe(Role.DEVELOPER);
        tasks.cause(
                () -> {
                    Deed.on("worker", id);
                    Worker worker =
                            WorkerId.parse(id)
                                    .flatMap(key -> store.lock(caller.tenant(), key))
                                    .orElseThrow(() -> Refusal.absent("worker", id));
                    mustRollOut(worker, kind);
                    return Optional.of(say(worker, kind, cause));
                });
    }

    private NewTask say(Worker worker, Verdict.Kind kind, Cause cause) {
        long generation = worker.generation() + 1;
        Verdict verdict = new Verdict(kind, worker.release().orElseThrow(), generation);
        store.say(worker.tenant(), worker.id(), verdict);
        Deed.on("worker", worker.id()).changed("release", verdict.release());
        return tasks.of(task(kind), worker, generation, cause);
    }

    private static TaskType task(Verdict.Kind kind) {
        return switch (kind) {
            case PROMOTE -> TaskType.WORKER_PROMOTE;
            case ABORT -> TaskType.WORKER_ABORT;
        };
    }

    private void mustRollOut(Worker worker, Verdict.Kind kind) {
        SeenRollout rollout = store.rollout(worker.tenant(), worker.id());
        boolean goesOn = rollout.step().isPresent() && rollout.number() == worker.rollout();
        if (worker.deleted() || worker.release().isEmpty() || !goesOn) {
            throw Refusal.of(
                    Refusal.Kind.CONFLICT,
                    "cannot "
                            + kind.name().toLowerCase(Locale.ROOT)
                            + ": no rollout of worker '"
                            + worker.id()
                            + "' goes on");
        }
    }
}
