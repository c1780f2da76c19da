package dev.berth.store.reconcile;

import dev.berth.model.Condition;
import dev.berth.model.VersionStatus;
import dev.berth.model.Worker;
import dev.berth.model.WorkerStatus;
import dev.berth.spi.Endpoint;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.Step;
import dev.berth.spi.Traffic;
import dev.berth.store.World;
import dev.berth.work.worker.ReleaseFacts;
import dev.berth.work.worker.RolloutFacts;
import dev.berth.work.worker.Warm;
import dev.berth.work.worker.WorkerFacts;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Facts of a worker that serves one release and rolls on. */
final class ServingFacts {

    static final VersionStatus SUCCESS = new VersionStatus(VersionStatus.Phase.SUCCESS, "");
    static final List<Endpoint> ENDPOINTS =
            List.of(new Endpoint(URI.create("http://127.0.0.1:20001"), Map.of("Host", "a.b")));

    private ServingFacts() {}

    static WorkerFacts of(Worker worker, WorkerFacts loaded) {
        ReleaseFacts release = loaded.releases().getFirst();
        ReleaseId id = new ReleaseId(worker.id().value(), release.number());
        return new WorkerFacts(
                worker,
                new WorkerStatus(
                        worker.generation(),
                        WorkerStatus.Phase.ACTIVE,
                        OptionalLong.of(release.version().id()),
                        List.of(new Condition("Degraded", true, "Crash", "one 'instance' died")),
                        "all \"well\""),
                new RolloutFacts(
                        worker.rollout(),
                        Optional.of(new Step.Scale(id, 2)),
                        World.NOW.plusSeconds(1),
                        Optional.of(World.NOW.plusSeconds(2)),
                        3,
                        OptionalLong.of(4)),
                OptionalLong.of(release.number()),
                Optional.of(new Warm(release.number(), World.NOW.plusSeconds(5))),
                Optional.of(World.NOW.plusSeconds(6)),
                List.of(
                        new ReleaseFacts(
                                release.number(),
                                release.version(),
                                SUCCESS,
                                release.configuration(),
                                2,
                                100,
                                Optional.of(World.NOW.plusSeconds(7)),
                                new Traffic(0, 8, 9, Duration.ofMillis(10)),
                                ENDPOINTS,
                                Optional.of("port is taken"))));
    }
}
