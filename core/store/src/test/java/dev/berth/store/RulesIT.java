package dev.berth.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.model.Worker;
import dev.berth.store.World.Tenant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What may not happen to a row, even where somebody may write it. */
class RulesIT {

    private static final World WORLD = new World();

    private final Tenant tenant = WORLD.tenant();
    private final Worker worker = WORLD.deploy(tenant, WORLD.worker(tenant));
    private final String ofWorker = " WHERE worker_id = '" + worker.id() + "'";

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void whatWasDeployedNeverChanges() {
        refused("UPDATE versions SET commit_sha = 'other'" + ofWorker, "rows of versions");
        refused(
                "UPDATE config_revisions SET key_id = 'other'" + ofWorker,
                "rows of config_revisions");
        refused("UPDATE releases SET created_at = now()" + ofWorker, "rows of releases");
    }

    @Test
    void aWorkerIsPurgedOnlyWhenItIsMarkedAsDeleted() {
        refused("DELETE FROM workers WHERE id = '" + worker.id() + "'", "not marked as deleted");
    }

    @Test
    void aChangeOfAWorkerIsOneGeneration() {
        String set = "UPDATE workers SET release_id = NULL, generation = ";
        String where = " WHERE id = '" + worker.id() + "'";

        refused(set + worker.generation() + where, "is at generation");
        refused(set + (worker.generation() + 2) + where, "is at generation");
    }

    @Test
    void aDeletedWorkerStaysDeleted() {
        WORLD.delete(worker);

        refused(
                "UPDATE workers SET deleted = false, generation = generation + 1 WHERE id = '"
                        + worker.id()
                        + "'",
                "is being deleted");
    }

    @Test
    void anActiveWorkerLoadsOnlyForANewGeneration() {
        WORLD.sql(
                "INSERT INTO worker_status (worker_id, observed, phase) VALUES ('"
                        + worker.id()
                        + "', 2, 'active')");
        String load = "UPDATE worker_status SET phase = 'loading'" + ofWorker;
        refused(load, "to loading without a new generation");

        WORLD.deploy(tenant, worker);

        WORLD.sql(load);
    }

    @Test
    void aVersionThatSucceededLoadsNoMore() {
        WORLD.sql("INSERT INTO version_status SELECT id, 'success', '' FROM versions" + ofWorker);

        refused(
                "UPDATE version_status SET phase = 'loading' WHERE version_id IN (SELECT id FROM"
                        + " versions"
                        + ofWorker
                        + ")",
                "from success to loading");
    }

    @Test
    void unknownWordsAreRefused() {
        refused("UPDATE tasks SET state = 'done'" + ofWorker, "tasks_state_check");
        refused("UPDATE tasks SET type = 'worker.dance'" + ofWorker, "tasks_type_check");
        refused("UPDATE members SET role = 'king'", "members_role_check");
        refused(
                "INSERT INTO worker_status (worker_id, phase) VALUES ('" + worker.id() + "', '')",
                "worker_status_phase_check");
    }

    @Test
    void aReleaseIsOfOneWorkersVersion() {
        Worker other = WORLD.deploy(tenant, WORLD.worker(tenant));

        refused(
                "INSERT INTO releases (tenant_id, worker_id, version_id, config_id, created_at)"
                        + " SELECT v.tenant_id, v.worker_id, v.id, c.id, now()"
                        + " FROM versions v, config_revisions c WHERE v.worker_id = '"
                        + worker.id()
                        + "' AND c.worker_id = '"
                        + other.id()
                        + "'",
                "releases_worker_id_config_id_fkey");
    }

    private static void refused(String statement, String why) {
        assertThatThrownBy(() -> WORLD.sql(statement)).cause().hasMessageContaining(why);
    }
}
