package dev.berth.store.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.intent.worker.SeenRelease;
import dev.berth.intent.worker.SeenVersion;
import dev.berth.model.Configuration;
import dev.berth.model.ConfiguredExtension;
import dev.berth.model.Page;
import dev.berth.model.VersionStatus;
import dev.berth.model.Worker;
import dev.berth.model.WorkerId;
import dev.berth.model.WorkerStatus;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.Route;
import dev.berth.spi.Traffic;
import dev.berth.store.World;
import dev.berth.store.World.Tenant;
import dev.berth.work.Claim;
import dev.berth.work.worker.ReleaseFacts;
import dev.berth.work.worker.RolloutFacts;
import dev.berth.work.worker.WorkerFacts;
import dev.berth.work.worker.WorkerRecords;
import dev.berth.work.worker.WorkerRoute;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JpaWorkerRecordsIT {

    private static final World WORLD = new World();

    private final WorkerRecords records = WORLD.inner.records();
    private final Tenant tenant = WORLD.tenant();
    private final ClaimedWorkers claimed = new ClaimedWorkers(WORLD, tenant);

    @BeforeEach
    void empty() {
        WORLD.sql("DELETE FROM tasks");
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void aNewWorkerIsLoadedWithWhatIsWanted() {
        Worker worker = WORLD.deploy(tenant, WORLD.worker(tenant));

        WorkerFacts facts = records.load(worker.id()).orElseThrow();

        assertThat(facts.worker()).isEqualTo(worker);
        assertThat(facts.status()).isEqualTo(WorkerStatus.NONE);
        assertThat(facts.rollout()).isEqualTo(RolloutFacts.NONE);
        assertThat(facts.serving()).isEmpty();
        assertThat(facts.releases())
                .singleElement()
                .satisfies(
                        release -> {
                            assertThat(release.number()).isEqualTo(worker.release().orElseThrow());
                            assertThat(release.versionStatus()).isEqualTo(VersionStatus.NONE);
                            assertThat(release.configuration())
                                    .isEqualTo(Configuration.bringing(Map.of("GREETING", "hello")));
                            assertThat(release.wanted()).isZero();
                            assertThat(release.failure()).isEmpty();
                        });
    }

    @Test
    void aWorkerThatIsNotThereIsEmpty() {
        assertThat(records.load(new WorkerId("00000000"))).isEmpty();
    }

    @Test
    void whatIsSavedIsLoaded() {
        Worker worker = WORLD.deploy(tenant, WORLD.worker(tenant));
        Claim claim = claimed.claim();
        WorkerFacts facts = ServingFacts.of(worker, records.load(worker.id()).orElseThrow());

        records.save(claim, facts);
        records.save(claim, facts);

        assertThat(records.load(worker.id())).contains(facts);
    }

    @Test
    void twoReleasesOfAVersionAreSavedAtOnce() {
        Worker worker = WORLD.deploy(tenant, WORLD.worker(tenant));
        Claim claim = claimed.claim();
        WorkerFacts facts = ServingFacts.of(worker, records.load(worker.id()).orElseThrow());
        ReleaseFacts first = facts.releases().getFirst();
        long again =
                WORLD.transactions.call(
                        () -> {
                            var workers = WORLD.outer.workers();
                            long config =
                                    workers.release(tenant.id(), worker.id(), first.number())
                                            .config();
                            return workers.addRelease(
                                    tenant.id(),
                                    worker.id(),
                                    first.version().id(),
                                    config,
                                    World.NOW);
                        });
        ReleaseFacts second =
                new ReleaseFacts(
                        again,
                        first.version(),
                        ServingFacts.SUCCESS,
                        first.configuration(),
                        1,
                        0,
                        Optional.empty(),
                        Traffic.NONE,
                        ServingFacts.ENDPOINTS,
                        Optional.empty());
        WorkerFacts both =
                new WorkerFacts(
                        worker,
                        facts.status(),
                        facts.rollout(),
                        facts.serving(),
                        facts.warm(),
                        facts.lookAt(),
                        List.of(first, second));

        records.save(claim, both);

        assertThat(records.load(worker.id())).contains(both);
    }

    @Test
    void aClientSeesWhatIsSaved() {
        Worker worker = WORLD.deploy(tenant, WORLD.worker(tenant));
        WorkerFacts facts = ServingFacts.of(worker, records.load(worker.id()).orElseThrow());

        records.save(claimed.claim(), facts);

        Tenant stranger = WORLD.tenant();
        long release = worker.release().orElseThrow();
        long version = facts.releases().getFirst().version().id();
        WORLD.transactions.run(
                () -> {
                    var workers = WORLD.outer.workers();
                    assertThat(workers.status(tenant.id(), worker.id())).isEqualTo(facts.status());
                    assertThat(workers.list(tenant.id(), Page.FIRST).items())
                            .singleElement()
                            .extracting(seen -> seen.status())
                            .isEqualTo(facts.status());
                    assertThat(workers.versions(tenant.id(), worker.id(), Page.FIRST).items())
                            .extracting(SeenVersion::status)
                            .containsExactly(ServingFacts.SUCCESS);
                    assertThat(workers.releases(tenant.id(), worker.id()))
                            .containsExactly(new SeenRelease(release, version, 100, 2, 1));
                    assertThat(workers.releases(stranger.id(), worker.id())).isEmpty();
                });
    }

    @Test
    void aForgottenReleaseIsLoadedNoMore() {
        Worker first = WORLD.deploy(tenant, WORLD.worker(tenant));
        Claim claim = claimed.claim();
        records.save(claim, ServingFacts.of(first, records.load(first.id()).orElseThrow()));
        Worker second = WORLD.deploy(tenant, first);
        assertThat(records.load(first.id()).orElseThrow().releases())
                .extracting(ReleaseFacts::number)
                .containsExactly(first.release().orElseThrow(), second.release().orElseThrow());

        records.forget(claim, new ReleaseId(first.id().value(), first.release().orElseThrow()));

        assertThat(records.load(first.id()).orElseThrow().releases())
                .extracting(ReleaseFacts::number)
                .containsExactly(second.release().orElseThrow());
    }

    @Test
    void routesLeadToReleasesWithWeight() {
        Worker serving = WORLD.deploy(tenant, WORLD.worker(tenant));
        records.save(
                claimed.claim(),
                ServingFacts.of(serving, records.load(serving.id()).orElseThrow()));
        Worker loading = WORLD.deploy(tenant, WORLD.worker(tenant));
        records.save(claimed.claim(), records.load(loading.id()).orElseThrow());
        Worker deleted = WORLD.worker(tenant);
        WORLD.delete(deleted);

        List<WorkerRoute> routes = records.routes();

        ReleaseId release = new ReleaseId(serving.id().value(), serving.release().orElseThrow());
        assertThat(routes)
                .contains(
                        new WorkerRoute(
                                serving.id(),
                                List.of(new Route.Target(release, 100, ServingFacts.ENDPOINTS))),
                        new WorkerRoute(loading.id(), List.of()))
                .extracting(WorkerRoute::worker)
                .doesNotContain(deleted.id());
    }

    @Test
    void revisionsGrow() {
        long first = records.nextRevision();

        assertThat(records.nextRevision()).isGreaterThan(first);
    }

    @Test
    void whatIsPublishedReplacesWhatWas() {
        var old = new ConfiguredExtension("runtime", "old", "process", "p", true, true, "");
        var process = new ConfiguredExtension("runtime", "process", "process", "p", true, true, "");
        var edge = new ConfiguredExtension("router", "edge", "edge", "e", false, false, "no token");
        records.publish(List.of(old, edge));

        records.publish(List.of(process, edge));

        assertThat(WORLD.transactions.call(() -> WORLD.outer.extensions().all()))
                .containsExactly(edge, process);
    }
}
