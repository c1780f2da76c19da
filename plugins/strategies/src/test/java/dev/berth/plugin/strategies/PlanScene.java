package dev.berth.plugin.strategies;

import dev.berth.model.Artifact;
import dev.berth.model.Configuration;
import dev.berth.model.Health;
import dev.berth.model.Plan;
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
import dev.berth.spi.DeployStrategy;
import dev.berth.spi.Endpoint;
import dev.berth.spi.Traffic;
import dev.berth.work.reconcile.RolloutSettings;
import dev.berth.work.rehearsal.Rehearsals;
import dev.berth.work.worker.ReleaseFacts;
import dev.berth.work.worker.RolloutFacts;
import dev.berth.work.worker.WorkerFacts;
import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;

/** A worker of three instances, of which a new version is planned. */
record PlanScene(Optional<WorkerFacts> worker) {

    private static final WorkerId ID = new WorkerId("0000000a");
    private static final UUID ANY = new UUID(0, 1);
    private static final WorkerSettings SETTINGS =
            new WorkerSettings("1", "500Mi", "2Gi", 1, 3, "", "any", "any");
    private static final Endpoint ENDPOINT = Endpoint.of(URI.create("http://127.0.0.1:20000"));

    /** The worker is not made yet. */
    static PlanScene first() {
        return new PlanScene(Optional.empty());
    }

    /** A release serves with three instances. */
    static PlanScene replacing() {
        return new PlanScene(Optional.of(facts()));
    }

    /** Returns the steps: when, what kind, the shares of new and previous, the sentence. */
    List<String> plan(DeployStrategy strategy) {
        Rehearsals rehearsals =
                new Rehearsals(
                        _ -> worker, _ -> strategy, () -> Instant.EPOCH, RolloutSettings.USUAL);
        return rehearsals.plan(new PlannedDeploy(worker.map(_ -> ID), "any", 3)).steps().stream()
                .map(PlanScene::line)
                .toList();
    }

    private static String line(Plan.Step step) {
        return "%d %s %d/%d %s"
                .formatted(
                        step.after().toMillis(),
                        step.kind().word(),
                        step.shares().next(),
                        step.shares().previous(),
                        step.sentence());
    }

    private static WorkerFacts facts() {
        Worker worker =
                new Worker(
                        ID,
                        new TenantId(ANY),
                        new ProjectId(ANY),
                        "hello",
                        SETTINGS,
                        OptionalLong.of(1),
                        2,
                        Optional.empty(),
                        2,
                        false,
                        Instant.EPOCH);
        return new WorkerFacts(
                worker,
                new WorkerStatus(2, WorkerStatus.Phase.ACTIVE, OptionalLong.of(10), List.of(), ""),
                RolloutFacts.NONE,
                OptionalLong.of(1),
                Optional.empty(),
                Optional.empty(),
                List.of(serving()));
    }

    private static ReleaseFacts serving() {
        Version version =
                new Version(
                        10,
                        ID,
                        new Artifact.Image("hello"),
                        List.of(),
                        new Health.Tcp(),
                        OptionalInt.empty(),
                        3,
                        "any",
                        "",
                        new UserId(ANY),
                        Instant.EPOCH);
        return new ReleaseFacts(
                1,
                version,
                new VersionStatus(VersionStatus.Phase.SUCCESS, ""),
                Configuration.NONE,
                3,
                100,
                Optional.empty(),
                Traffic.NONE,
                Collections.nCopies(3, ENDPOINT),
                Optional.empty());
    }
}
