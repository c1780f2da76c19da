package dev.berth.intent.worker;

import dev.berth.intent.audit.Deed;
import dev.berth.intent.task.NewTask;
import dev.berth.model.Caller;
import dev.berth.model.Configuration;
import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import dev.berth.model.Role;
import dev.berth.model.TaskType;
import dev.berth.model.TenantId;
import dev.berth.model.VersionStatus;
import dev.berth.model.Worker;
import dev.berth.model.WorkerId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;

/** Takes workers back to versions that served before. */
public final class RollBacks {

    private static final int MOST_COMPARED = 10;

    private final WorkerStore store;
    private final WorkerTasks tasks;
    private final InstantSource clock;

    /** Creates it over where workers are kept. */
    public RollBacks(WorkerStore store, WorkerTasks tasks, InstantSource clock) {
        this.store = store;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** Wants a version back, and returns what has become of it so far. */
    public VersionStatus rollBack(Caller caller, RollBackRequest request) {
        caller.mustBe(Role.DEVELOPER);
        AtomicReference<VersionStatus> status = new AtomicReference<>(VersionStatus.NONE);
        tasks.cause(
                () -> {
                    Deed.on("worker", request.worker())
                            .changed("version_id", request.version())
                            .changed("keep_config", request.keepConfig());
                    Worker worker = lock(caller, request);
                    status.set(status(worker, request.version()));
                    return Optional.of(want(worker, request));
                });
        return status.get();
    }

    private Worker lock(Caller caller, RollBackRequest request) {
        Worker worker =
                WorkerId.parse(request.worker())
                        .flatMap(id -> store.lock(caller.tenant(), id))
                        .orElseThrow(() -> Refusal.absent("worker", request.worker()));
        if (worker.deleted()) {
            throw conflict(worker, "it is being deleted");
        }
        return worker;
    }

    private VersionStatus status(Worker worker, long version) {
        SeenVersion seen =
                store.seenVersion(worker.tenant(), worker.id(), version)
                        .orElseThrow(() -> Refusal.absent("version", Long.toString(version)));
        if (seen.status().phase() != VersionStatus.Phase.SUCCESS) {
            throw Refusal.of(
                    Refusal.Kind.IMPOSSIBLE,
                    "cannot roll worker '" + worker.id() + "' back",
                    List.of(
                            new Problem(
                                    "/version_id",
                                    "version " + version + " never served; deploy it again")));
        }
        return seen.status();
    }

    private NewTask want(Worker worker, RollBackRequest request) {
        TenantId tenant = worker.tenant();
        long release = release(worker, request);
        SeenRollout rollout = store.rollout(tenant, worker.id());
        boolean refused = rollout.refused() && rollout.number() == worker.rollout();
        if (worker.release().equals(OptionalLong.of(release)) && !refused) {
            throw conflict(worker, "version " + request.version() + " is the one that is wanted");
        }
        long generation = worker.generation() + 1;
        store.want(tenant, worker.id(), release, generation);
        return tasks.of(TaskType.WORKER_ROLLBACK, worker, generation, request.cause());
    }

    private long release(Worker worker, RollBackRequest request) {
        TenantId tenant = worker.tenant();
        List<Release> releases = store.releasesOf(tenant, worker.id(), request.version());
        return request.keepConfig()
                ? configuredAsNow(worker, releases)
                : store.served(tenant, worker.id(), request.version())
                        .orElseGet(() -> releases.getFirst().number());
    }

    /** Returns a release of the version with what is set now; what comes with it stays its own. */
    private long configuredAsNow(Worker worker, List<Release> releases) {
        Release newest = releases.getFirst();
        Configuration wanted =
                store.configuration(worker.tenant(), worker.id())
                        .over(configuration(worker, newest).brought())
                        .fitting();
        return releases.stream()
                .limit(MOST_COMPARED)
                .filter(release -> configuration(worker, release).equals(wanted))
                .findFirst()
                .map(Release::number)
                .orElseGet(() -> add(worker, newest.version(), wanted));
    }

    private Configuration configuration(Worker worker, Release release) {
        return store.configuration(worker.tenant(), worker.id(), release.config());
    }

    private long add(Worker worker, long version, Configuration wanted) {
        TenantId tenant = worker.tenant();
        Instant now = clock.instant();
        long config = store.addConfiguration(tenant, worker.id(), wanted, now);
        return store.addRelease(tenant, worker.id(), version, config, now);
    }

    private static Refusal conflict(Worker worker, String why) {
        return Refusal.of(
                Refusal.Kind.CONFLICT, "cannot roll worker '" + worker.id() + "' back: " + why);
    }
}
