package dev.berth.store.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.intent.worker.SeenRelease;
import dev.berth.intent.worker.SeenVersion;
import dev.berth.model.Condition;
import dev.berth.model.Configuration;
import dev.berth.model.ConfiguredExtension;
import dev.berth.model.Page;
import dev.berth.model.VersionStatus;
import dev.berth.model.Worker;
import dev.berth.model.WorkerId;
import dev.berth.model.WorkerStatus;
import dev.berth.spi.Endpoint;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.Route;
import dev.berth.spi.Step;
import dev.berth.spi.Traffic;
import dev.berth.store.World;
import dev.berth.store.World.Tenant;
import dev.berth.work.Claim;
import dev.berth.work.LeaseLost;
import dev.berth.work.ReleaseFacts;
import dev.berth.work.RolloutFacts;
import dev.berth.work.Room;
import dev.berth.work.Warm;
import dev.berth.work.WorkerFacts;
import dev.berth.work.WorkerRecords;
import dev.berth.work.WorkerRoute;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JpaWorkerRecordsIT {

    private static final World WORLD = new World();
    private static final VersionStatus SUCCESS = new VersionStatus(VersionStatus.Phase.SUCCESS, "");
    private static final List<Endpoint> ENDPOINTS =
            List.of(new Endpoint(URI.create("http://127.0.0.1:20001"), Map.of("Host", "a.b")));

    private final WorkerRecords records = WORLD.inner.records();
    private final Tenant tenant = WORLD.tenant();

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
        Claim claim = claim();
        WorkerFacts facts = active(worker, records.load(worker.id()).orElseThrow());

        records.save(claim, facts);
        records.save(claim, facts);

        assertThat(records.load(worker.id())).contains(facts);
    }

    @Test
    void twoReleasesOfAVersionAreSavedAtOnce() {
        Worker worker = WORLD.deploy(tenant, WORLD.worker(tenant));
        Claim claim = claim();
        WorkerFacts facts = active(worker, records.load(worker.id()).orElseThrow());
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
                        SUCCESS,
                        first.configuration(),
                        1,
                        0,
                        Optional.empty(),
                        Traffic.NONE,
                        ENDPOINTS,
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
        WorkerFacts facts = active(worker, records.load(worker.id()).orElseThrow());

        records.save(claim(), facts);

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
                            .containsExactly(SUCCESS);
                    assertThat(workers.releases(tenant.id(), worker.id()))
                            .containsExactly(new SeenRelease(release, version, 100, 2, 1));
                    assertThat(workers.releases(stranger.id(), worker.id())).isEmpty();
                });
    }

    @Test
    void aForgottenReleaseIsLoadedNoMore() {
        Worker first = WORLD.deploy(tenant, WORLD.worker(tenant));
        Claim claim = claim();
        records.save(claim, active(first, records.load(first.id()).orElseThrow()));
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
    void overtakenVersionsEnd() {
        Worker worker = WORLD.worker(tenant);
        WORLD.deploy(tenant, worker);
        WORLD.deploy(tenant, worker);
        long wanted = wantedVersion(worker);

        records.supersede(claim(), wanted, "superseded by " + wanted);

        assertThat(versions(worker))
                .containsExactly(
                        VersionStatus.NONE,
                        new VersionStatus(VersionStatus.Phase.ERROR, "superseded by " + wanted));
    }

    @Test
    void aVersionEndsThatIsNewerThanTheOneThatIsWantedAgain() {
        Worker first = WORLD.deploy(tenant, WORLD.worker(tenant));
        long wanted = wantedVersion(first);
        Worker second = WORLD.deploy(tenant, first);
        WORLD.transactions.run(
                () ->
                        WORLD.outer
                                .workers()
                                .want(
                                        tenant.id(),
                                        first.id(),
                                        first.release().orElseThrow(),
                                        second.generation() + 1));

        records.supersede(claim(), wanted, "superseded by " + wanted);

        assertThat(versions(first))
                .containsExactly(
                        new VersionStatus(VersionStatus.Phase.ERROR, "superseded by " + wanted),
                        VersionStatus.NONE);
    }

    @Test
    void whoDoesNotKnowWhatIsWantedByNowEndsNothing() {
        Worker worker = WORLD.worker(tenant);
        WORLD.deploy(tenant, worker);
        long late = wantedVersion(worker);
        WORLD.deploy(tenant, worker);

        records.supersede(claim(), late, "superseded by " + late);

        assertThat(versions(worker)).containsExactly(VersionStatus.NONE, VersionStatus.NONE);
    }

    @Test
    void aVersionThatSucceededIsNotOvertaken() {
        Worker worker = WORLD.deploy(tenant, WORLD.worker(tenant));
        Claim claim = claim();
        records.save(claim, active(worker, records.load(worker.id()).orElseThrow()));
        WORLD.deploy(tenant, worker);

        records.supersede(claim, wantedVersion(worker), "superseded");

        assertThat(versions(worker)).containsExactly(VersionStatus.NONE, SUCCESS);
    }

    @Test
    void whoLostHisLeaseWritesNothing() {
        Worker worker = WORLD.deploy(tenant, WORLD.worker(tenant));
        Claim lost = claim();
        WORLD.expireLeases();
        claim();
        WorkerFacts facts = active(worker, records.load(worker.id()).orElseThrow());
        ReleaseId release = new ReleaseId(worker.id().value(), worker.release().orElseThrow());

        lost(() -> records.save(lost, facts));
        lost(() -> records.forget(lost, release));
        lost(() -> records.supersede(lost, 0, "late"));
        lost(() -> records.purge(lost));

        assertThat(records.load(worker.id()).orElseThrow().status()).isEqualTo(WorkerStatus.NONE);
        assertThat(versions(worker)).containsExactly(VersionStatus.NONE);
    }

    @Test
    void whatWasFreedWritesNothing() {
        Worker worker = WORLD.deploy(tenant, WORLD.worker(tenant));
        Claim freed = claim();
        WorkerFacts facts = records.load(worker.id()).orElseThrow();

        WORLD.inner.queue().free("inner-1");

        lost(() -> records.save(freed, facts));
    }

    @Test
    void routesLeadToReleasesWithWeight() {
        Worker serving = WORLD.deploy(tenant, WORLD.worker(tenant));
        records.save(claim(), active(serving, records.load(serving.id()).orElseThrow()));
        Worker loading = WORLD.deploy(tenant, WORLD.worker(tenant));
        records.save(claim(), records.load(loading.id()).orElseThrow());
        Worker deleted = WORLD.worker(tenant);
        WORLD.delete(deleted);

        List<WorkerRoute> routes = records.routes();

        ReleaseId release = new ReleaseId(serving.id().value(), serving.release().orElseThrow());
        assertThat(routes)
                .contains(
                        new WorkerRoute(
                                serving.id(), List.of(new Route.Target(release, 100, ENDPOINTS))),
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

    private long wantedVersion(Worker worker) {
        WorkerFacts facts = records.load(worker.id()).orElseThrow();
        return facts.releases().getLast().version().id();
    }

    private Claim claim() {
        return WORLD.inner.queue().claim("inner-1", Room.of(1)).getFirst();
    }

    private List<VersionStatus> versions(Worker worker) {
        return WORLD.transactions.call(
                () ->
                        WORLD
                                .outer
                                .workers()
                                .versions(tenant.id(), worker.id(), Page.FIRST)
                                .items()
                                .stream()
                                .map(SeenVersion::status)
                                .toList());
    }

    private static void lost(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(LeaseLost.class);
    }

    /** Returns facts of a worker that serves one release and rolls on. */
    private static WorkerFacts active(Worker worker, WorkerFacts loaded) {
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
