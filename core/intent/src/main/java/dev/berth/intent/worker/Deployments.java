package dev.berth.intent.worker;

import dev.berth.intent.audit.Deed;
import dev.berth.model.Artifact;
import dev.berth.model.Caller;
import dev.berth.model.Refusal;
import dev.berth.model.Role;
import dev.berth.model.TaskType;
import dev.berth.model.Version;
import dev.berth.model.Worker;
import dev.berth.model.WorkerId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** Deploys versions of workers. */
public final class Deployments {

    private final WorkerStore store;
    private final Deployables deployables;
    private final KnownExtensions known;
    private final WorkerTasks tasks;
    private final InstantSource clock;

    /** Creates it over where workers are kept and what they are made of. */
    public Deployments(
            WorkerStore store,
            Deployables deployables,
            KnownExtensions known,
            WorkerTasks tasks,
            InstantSource clock) {
        this.store = store;
        this.deployables = deployables;
        this.known = known;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Accepts a deployment and returns the number of its version. */
    public long deploy(Caller caller, DeployRequest request) {
        caller.mustBe(Role.DEVELOPER);
        AtomicLong version = new AtomicLong();
        tasks.cause(
                () -> {
                    Deed.on("worker", request.worker());
                    Worker worker = lock(caller, request.worker());
                    Deployable deployable = deployables.of(caller, worker, request);
                    known.mustKnow("strategy", deployable.strategy(), "/strategy");
                    version.set(record(caller, worker, deployable, request));
                    return Optional.of(
                            tasks.of(
                                    TaskType.WORKER_DEPLOY,
                                    worker,
                                    worker.generation() + 1,
                                    request.cause()));
                });
        return version.get();
    }

    private Worker lock(Caller caller, WorkerId id) {
        return notDeleted(
                store.lock(caller.tenant(), id)
                        .orElseThrow(() -> Refusal.absent("worker", id.value())));
    }

    /** Returns {@code worker}; refuses where it is being deleted. */
    static Worker notDeleted(Worker worker) {
        if (worker.deleted()) {
            throw Refusal.of(
                    Refusal.Kind.CONFLICT,
                    "cannot deploy worker '" + worker.id() + "': it is being deleted");
        }
        return worker;
    }

    private long record(
            Caller caller, Worker worker, Deployable deployable, DeployRequest request) {
        long version =
                store.deploy(
                        caller.tenant(),
                        new Version(
                                0,
                                worker.id(),
                                deployable.artifact(),
                                deployable.command(),
                                deployable.health(),
                                deployable.port(),
                                deployable.replicas(),
                                deployable.strategy(),
                                request.commitSha(),
                                caller.user(),
                                clock.instant()),
                        store.configuration(caller.tenant(), worker.id())
                                .over(deployable.env())
                                .fitting(),
                        worker.generation() + 1);
        Deed.on("worker", worker.id())
                .changed("version_id", version)
                .changed("artifact", what(deployable.artifact()))
                .changed("strategy", deployable.strategy());
        return version;
    }

    private static String what(Artifact artifact) {
        return switch (artifact) {
            case Artifact.Image(String reference) -> reference;
            case Artifact.Source source -> source.id().toString();
        };
    }
}
