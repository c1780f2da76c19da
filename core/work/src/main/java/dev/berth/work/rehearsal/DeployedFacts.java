package dev.berth.work.rehearsal;

import dev.berth.model.Artifact;
import dev.berth.model.Configuration;
import dev.berth.model.Health;
import dev.berth.model.PlannedDeploy;
import dev.berth.model.ProjectId;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import dev.berth.model.Version;
import dev.berth.model.VersionStatus;
import dev.berth.model.Worker;
import dev.berth.model.WorkerId;
import dev.berth.model.WorkerSettings;
import dev.berth.model.WorkerStatus;
import dev.berth.spi.Traffic;
import dev.berth.work.worker.ReleaseFacts;
import dev.berth.work.worker.RolloutFacts;
import dev.berth.work.worker.WorkerFacts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What would be known of a worker right after a deploy. */
final class DeployedFacts {

    private static final UUID NOBODY = new UUID(0, 0);
    // with room for as many instances as were planned
    private static final WorkerSettings ORDINARY =
            new WorkerSettings(
                    "1", "500Mi", "2Gi", 0, WorkerSettings.MOST_REPLICAS, "", "any", "any");

    private DeployedFacts() {}

    /** Returns what would be known of a worker that is not made yet. */
    static WorkerFacts unmade(Instant now) {
        Worker worker =
                new Worker(
                        new WorkerId("00000000"),
                        new TenantId(NOBODY),
                        new ProjectId(NOBODY),
                        "unmade",
                        ORDINARY,
                        OptionalLong.empty(),
                        0,
                        Optional.empty(),
                        1,
                        false,
                        now);
        return new WorkerFacts(
                worker,
                WorkerStatus.NONE,
                RolloutFacts.NONE,
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** Returns {@code before}, but with one more release, which is wanted. */
    static WorkerFacts of(WorkerFacts before, PlannedDeploy deploy) {
        long release = newest(before) + 1;
        Worker worker = wanting(before.worker(), release);
        return new WorkerFacts(
                worker,
                before.status(),
                before.rollout(),
                before.serving(),
                before.warm(),
                before.lookAt(),
                Stream.concat(
                                before.releases().stream(),
                                Stream.of(fresh(release, version(worker, deploy))))
                        .toList());
    }

    private static long newest(WorkerFacts facts) {
        return LongStream.concat(
                        facts.worker().release().stream(),
                        facts.releases().stream().mapToLong(ReleaseFacts::number))
                .max()
                .orElse(0);
    }

    private static Worker wanting(Worker before, long release) {
        long generation = before.generation() + 1;
        return new Worker(
                before.id(),
                before.tenant(),
                before.project(),
                before.name(),
                before.settings(),
                OptionalLong.of(release),
                generation,
                before.verdict(),
                generation,
                before.deleted(),
                before.createdAt());
    }

    private static Version version(Worker worker, PlannedDeploy deploy) {
        return new Version(
                0,
                worker.id(),
                new Artifact.Image("planned"),
                List.of(),
                new Health.Tcp(),
                OptionalInt.empty(),
                deploy.replicas(),
                deploy.strategy(),
                "",
                new UserId(NOBODY),
                worker.createdAt());
    }

    private static ReleaseFacts fresh(long number, Version version) {
        return new ReleaseFacts(
                number,
                version,
                VersionStatus.NONE,
                Configuration.NONE,
                0,
                0,
                Optional.empty(),
                Traffic.NONE,
                List.of(),
                Optional.empty());
    }
}
