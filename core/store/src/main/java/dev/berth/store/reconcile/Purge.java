package dev.berth.store.reconcile;

import dev.berth.model.WorkerId;
import dev.berth.store.sql.Sql;
import java.util.List;
import java.util.UUID;

/** Removes a deleted worker, with all that hangs on it. */
final class Purge {

    private final Sql sql;

    Purge(Sql sql) {
        this.sql = sql;
    }

    private record Used(UUID tenant, String sha256) {}

    void purge(WorkerId worker) {
        List<Used> used =
                sql.query(
                        """
                        SELECT DISTINCT tenant_id, source_sha256 FROM versions
                        WHERE worker_id = ? AND source_sha256 IS NOT NULL
                        """,
                        row -> new Used(row.getObject(1, UUID.class), row.getString(2)),
                        worker.value());
        sql.update("DELETE FROM workers WHERE id = ?", worker.value());
        used.forEach(this::removeUnused);
    }

    private void removeUnused(Used source) {
        sql.update(
                """
                DELETE FROM sources s WHERE s.tenant_id = ? AND s.sha256 = ? AND NOT EXISTS (
                    SELECT FROM versions v
                    WHERE v.tenant_id = s.tenant_id AND v.source_sha256 = s.sha256)
                """,
                source.tenant(),
                source.sha256());
    }
}
