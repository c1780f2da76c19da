package dev.berth.work.worker;

import dev.berth.model.Artifact;
import dev.berth.model.Configuration;
import dev.berth.model.Health;
import dev.berth.model.ProjectId;
import dev.berth.model.TaskId;
import dev.berth.model.TaskType;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import dev.berth.model.Verdict;
import dev.berth.model.Version;
import dev.berth.model.VersionStatus;
import dev.berth.model.Worker;
import dev.berth.model.WorkerId;
import dev.berth.model.WorkerSettings;
import dev.berth.model.WorkerStatus;
import dev.berth.spi.Endpoint;
import dev.berth.spi.Traffic;
import dev.berth.work.Claim;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/** Facts to begin a test with. */
public final class Facts {

    public static final WorkerId ID = new WorkerId("0000000a");
    public static final Claim CLAIM =
            new Claim(
                    ID,
                    new TenantId(new UUID(0, 2)),
                    new TaskId(new UUID(0, 1)),
                    TaskType.WORKER_DEPLOY,
                    "request",
                    1,
                    1,
                    "process");
    private static final WorkerSettings SETTINGS =
            new WorkerSettings("1", "500Mi", "2Gi", 1, 5, "", "recreate", "process");

    private Facts() {}

    /** A worker that wants {@code release}, in that generation. */
    public static Worker worker(long release, long generation) {
        return worker(release, generation, false);
    }

    public static Worker worker(long release, long generation, boolean deleted) {
        return new Worker(
                ID,
                new TenantId(new UUID(0, 2)),
                new ProjectId(new UUID(0, 3)),
                "hello",
                SETTINGS,
                release == 0 ? OptionalLong.empty() : OptionalLong.of(release),
                generation,
                Optional.empty(),
                generation,
                deleted,
                Instant.EPOCH);
    }

    /** A release that nothing was done for yet; its version has ten times its number. */
    public static ReleaseFacts fresh(long number) {
        return release(number, VersionStatus.NONE, 0, 0, List.of());
    }

    /** A release that serves with one instance. */
    public static ReleaseFacts serving(long number) {
        return release(
                number,
                new VersionStatus(VersionStatus.Phase.SUCCESS, ""),
                1,
                100,
                List.of(Endpoint.of(URI.create("http://127.0.0.1:20000"))));
    }

    /** A release that served and stays ready with one instance. */
    public static ReleaseFacts kept(long number) {
        return release(
                number,
                new VersionStatus(VersionStatus.Phase.SUCCESS, ""),
                1,
                0,
                List.of(Endpoint.of(URI.create("http://127.0.0.1:20001"))));
    }

    private static ReleaseFacts release(
            long number, VersionStatus status, int wanted, int weight, List<Endpoint> endpoints) {
        Version version =
                new Version(
                        number * 10,
                        ID,
                        new Artifact.Image("hello"),
                        List.of(),
                        new Health.Tcp(),
                        OptionalInt.empty(),
                        1,
                        "recreate",
                        "",
                        new UserId(new UUID(0, 4)),
                        Instant.EPOCH);
        return new ReleaseFacts(
                number,
                version,
                status,
                Configuration.NONE,
                wanted,
                weight,
                Optional.empty(),
                Traffic.NONE,
                endpoints,
                Optional.empty());
    }

    /** Facts of a worker of which {@code serving} has the traffic; 0 for none. */
    public static WorkerFacts of(Worker worker, long serving, ReleaseFacts... releases) {
        WorkerStatus status =
                serving == 0
                        ? WorkerStatus.NONE
                        : new WorkerStatus(
                                worker.generation() - 1,
                                WorkerStatus.Phase.ACTIVE,
                                OptionalLong.of(serving * 10),
                                List.of(),
                                "");
        return new WorkerFacts(
                worker,
                status,
                RolloutFacts.NONE,
                serving == 0 ? OptionalLong.empty() : OptionalLong.of(serving),
                Optional.empty(),
                Optional.empty(),
                List.of(releases));
    }

    /** The same facts, but another generation wants so many instances. */
    public static WorkerFacts scaled(WorkerFacts facts, int min, int max) {
        Worker old = facts.worker();
        return of(
                facts,
                new Worker(
                        old.id(),
                        old.tenant(),
                        old.project(),
                        old.name(),
                        new WorkerSettings(
                                "1", "500Mi", "2Gi", min, max, "", "recreate", "process"),
                        old.release(),
                        old.rollout(),
                        old.verdict(),
                        old.generation() + 1,
                        old.deleted(),
                        old.createdAt()));
    }

    /** The same release, but configured so. */
    public static ReleaseFacts configured(ReleaseFacts release, Configuration configuration) {
        return new ReleaseFacts(
                release.number(),
                release.version(),
                release.versionStatus(),
                configuration,
                release.wanted(),
                release.weight(),
                release.idleSince(),
                release.before(),
                release.endpoints(),
                release.failure());
    }

    public static WorkerFacts with(WorkerFacts facts, List<ReleaseFacts> releases) {
        return new WorkerFacts(
                facts.worker(),
                facts.status(),
                facts.rollout(),
                facts.serving(),
                facts.warm(),
                facts.lookAt(),
                releases);
    }

    /** The same facts, but another generation wants {@code release}, which a deploy may add. */
    public static WorkerFacts wanting(WorkerFacts facts, long release) {
        List<ReleaseFacts> releases = new ArrayList<>(facts.releases());
        if (releases.stream().noneMatch(known -> known.number() == release)) {
            releases.add(fresh(release));
            releases.sort(Comparator.comparingLong(ReleaseFacts::number));
        }
        Worker wanting = worker(release, facts.worker().generation() + 1);
        return of(with(facts, releases), wanting);
    }

    /** The same facts, but a developer has said that of the release that is wanted. */
    public static WorkerFacts told(WorkerFacts facts, Verdict.Kind kind) {
        Worker old = facts.worker();
        long generation = old.generation() + 1;
        Verdict verdict = new Verdict(kind, old.release().orElseThrow(), generation);
        return of(
                facts,
                new Worker(
                        old.id(),
                        old.tenant(),
                        old.project(),
                        old.name(),
                        old.settings(),
                        old.release(),
                        old.rollout(),
                        Optional.of(verdict),
                        generation,
                        old.deleted(),
                        old.createdAt()));
    }

    /** The same facts, but a deploy came after the verdict that they hold. */
    public static WorkerFacts deployedOver(WorkerFacts facts, long release) {
        Worker next = wanting(facts, release).worker();
        Worker worker =
                new Worker(
                        next.id(),
                        next.tenant(),
                        next.project(),
                        next.name(),
                        next.settings(),
                        next.release(),
                        next.rollout(),
                        facts.worker().verdict(),
                        next.generation(),
                        next.deleted(),
                        next.createdAt());
        return of(wanting(facts, release), worker);
    }

    /** The same facts, but the version of {@code release} is a success, as it once was. */
    public static WorkerFacts succeeded(WorkerFacts facts, long release) {
        VersionStatus success = new VersionStatus(VersionStatus.Phase.SUCCESS, "");
        return with(
                facts,
                facts.releases().stream()
                        .map(
                                one ->
                                        one.number() == release
                                                ? release(release, success, 0, 0, List.of())
                                                : one)
                        .toList());
    }

    private static WorkerFacts of(WorkerFacts facts, Worker worker) {
        return new WorkerFacts(
                worker,
                facts.status(),
                facts.rollout(),
                facts.serving(),
                facts.warm(),
                facts.lookAt(),
                facts.releases());
    }
}
