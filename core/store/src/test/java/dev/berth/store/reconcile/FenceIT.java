package dev.berth.store.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.model.VersionStatus;
import dev.berth.model.Worker;
import dev.berth.model.WorkerStatus;
import dev.berth.spi.ReleaseId;
import dev.berth.store.World;
import dev.berth.store.World.Tenant;
import dev.berth.work.Claim;
import dev.berth.work.LeaseLost;
import dev.berth.work.worker.WorkerFacts;
import dev.berth.work.worker.WorkerRecords;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever has not the latest claim of a worker writes nothing. */
class FenceIT {

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
    void whoLostHisLeaseWritesNothing() {
        Worker worker = WORLD.deploy(tenant, WORLD.worker(tenant));
        Claim lost = claimed.claim();
        WORLD.expireLeases();
        claimed.claim();
        WorkerFacts facts = ServingFacts.of(worker, records.load(worker.id()).orElseThrow());
        ReleaseId release = new ReleaseId(worker.id().value(), worker.release().orElseThrow());

        lost(() -> records.save(lost, facts));
        lost(() -> records.forget(lost, release));
        lost(() -> records.supersede(lost, 0, "late"));
        lost(() -> records.purge(lost));

        assertThat(records.load(worker.id()).orElseThrow().status()).isEqualTo(WorkerStatus.NONE);
        assertThat(claimed.versions(worker)).containsExactly(VersionStatus.NONE);
    }

    @Test
    void whatWasFreedWritesNothing() {
        Worker worker = WORLD.deploy(tenant, WORLD.worker(tenant));
        Claim freed = claimed.claim();
        WorkerFacts facts = records.load(worker.id()).orElseThrow();

        WORLD.inner.queue().free("inner-1");

        lost(() -> records.save(freed, facts));
    }

    private static void lost(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(LeaseLost.class);
    }
}
