package dev.berth.store.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.model.VersionStatus;
import dev.berth.model.Worker;
import dev.berth.store.World;
import dev.berth.store.World.Tenant;
import dev.berth.work.Claim;
import dev.berth.work.worker.WorkerFacts;
import dev.berth.work.worker.WorkerRecords;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Versions end that another overtook, and no others. */
class SupersededVersionsIT {

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
    void overtakenVersionsEnd() {
        Worker worker = WORLD.worker(tenant);
        WORLD.deploy(tenant, worker);
        WORLD.deploy(tenant, worker);
        long wanted = wantedVersion(worker);

        records.supersede(claimed.claim(), wanted, "superseded by " + wanted);

        assertThat(claimed.versions(worker))
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

        records.supersede(claimed.claim(), wanted, "superseded by " + wanted);

        assertThat(claimed.versions(first))
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

        records.supersede(claimed.claim(), late, "superseded by " + late);

        assertThat(claimed.versions(worker))
                .containsExactly(VersionStatus.NONE, VersionStatus.NONE);
    }

    @Test
    void aVersionThatSucceededIsNotOvertaken() {
        Worker worker = WORLD.deploy(tenant, WORLD.worker(tenant));
        Claim claim = claimed.claim();
        records.save(claim, ServingFacts.of(worker, records.load(worker.id()).orElseThrow()));
        WORLD.deploy(tenant, worker);

        records.supersede(claim, wantedVersion(worker), "superseded");

        assertThat(claimed.versions(worker))
                .containsExactly(VersionStatus.NONE, ServingFacts.SUCCESS);
    }

    private long wantedVersion(Worker worker) {
        WorkerFacts facts = records.load(worker.id()).orElseThrow();
        return facts.releases().getLast().version().id();
    }
}
