package dev.berth.store.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.intent.source.StoredSource;
import dev.berth.model.Artifact;
import dev.berth.model.SourceId;
import dev.berth.model.Worker;
import dev.berth.store.World;
import dev.berth.store.World.Tenant;
import dev.berth.work.Claim;
import dev.berth.work.task.Room;
import dev.berth.work.worker.ReleaseFacts;
import dev.berth.work.worker.Warm;
import dev.berth.work.worker.WorkerFacts;
import dev.berth.work.worker.WorkerRecords;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PurgeIT {

    private static final World WORLD = new World();

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
    void nothingIsLeftOfAPurgedWorker() {
        Map<String, Long> before = counts();
        Worker worker = WORLD.worker(tenant);
        WORLD.deploy(tenant, worker, source("a"), Map.of("KEY", "value"));
        WORLD.deploy(tenant, worker, source("a"), Map.of());
        saveEverything(worker);
        WORLD.delete(worker);
        Claim claim = claim();

        records.purge(claim);

        assertThat(counts()).isEqualTo(before);
        assertThat(records.load(worker.id())).isEmpty();
        WORLD.inner.queue().settle(claim, 9, Optional.empty());
    }

    @Test
    void aSourceThatAnotherWorkerUsesStays() {
        Artifact shared = source("shared");
        Artifact own = source("own");
        Worker going = WORLD.worker(tenant);
        WORLD.deploy(tenant, going, shared, Map.of());
        WORLD.deploy(tenant, going, own, Map.of());
        WORLD.delete(going);
        Claim claim = claim();
        WORLD.deploy(tenant, WORLD.worker(tenant), shared, Map.of());

        records.purge(claim);

        assertThat(has(shared)).isTrue();
        assertThat(has(own)).isFalse();
    }

    @Test
    void aWorkerThatIsWantedIsNotPurged() {
        Worker worker = WORLD.deploy(tenant, WORLD.worker(tenant));
        Claim claim = claim();

        assertThatThrownBy(() -> records.purge(claim)).hasStackTraceContaining("not marked");

        assertThat(records.load(worker.id())).isPresent();
    }

    private void saveEverything(Worker worker) {
        WorkerFacts facts = records.load(worker.id()).orElseThrow();
        Claim claim = claim();
        ReleaseFacts release = facts.releases().getFirst();
        records.save(
                claim,
                new WorkerFacts(
                        facts.worker(),
                        facts.status(),
                        facts.rollout(),
                        facts.worker().release(),
                        Optional.of(new Warm(release.number(), World.NOW)),
                        Optional.empty(),
                        List.of(release)));
        WORLD.sql(
                "UPDATE worker_status SET active_version = "
                        + release.version().id()
                        + " WHERE worker_id = '"
                        + worker.id()
                        + "'");
        records.supersede(claim, release.version().id(), "superseded");
        WORLD.expireLeases();
    }

    private Artifact source(String content) {
        SourceId id = new SourceId("%064x".formatted((tenant.id() + content).hashCode() & 0xffffL));
        WORLD.transactions.run(
                () ->
                        WORLD.outer
                                .sources()
                                .add(
                                        new StoredSource(
                                                tenant.id(), id, 3, Optional.empty(), World.NOW),
                                        new ByteArrayInputStream(new byte[3])));
        return new Artifact.Source(id, ".");
    }

    private boolean has(Artifact artifact) {
        return artifact instanceof Artifact.Source source
                && WORLD.transactions.call(
                        () -> WORLD.outer.sources().has(tenant.id(), source.id()));
    }

    private static Claim claim() {
        return WORLD.inner.queue().claim("inner-1", Room.of(1)).getFirst();
    }

    private static Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        List.of(
                        "workers",
                        "versions",
                        "config_revisions",
                        "releases",
                        "sources",
                        "source_chunks",
                        "worker_status",
                        "version_status",
                        "release_status",
                        "tasks",
                        "task_attempts")
                .forEach(table -> counts.put(table, WORLD.number("SELECT count(*) FROM " + table)));
        return counts;
    }
}
