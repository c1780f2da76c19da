package dev.berth.store;

import dev.berth.store.sql.Sql;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Tells whether every worker has been looked at. Safe for use by several threads. */
public record ReconcileProbe(DataSource dataSource) {

    // what pauses for longer, such as a release that is kept, is not about to change
    private static final String DONE =
            """
            SELECT NOT EXISTS (
                SELECT FROM tasks
                WHERE type = 'worker.reconcile' AND (state = 'running'
                    OR state = 'pending' AND due_at < now() + interval '10 seconds'))
            """;

    /** Returns whether none waits for its turn; not while the database is away. */
    public boolean done() {
        try (Connection connection = dataSource.getConnection()) {
            return new Sql(connection).first(DONE, row -> row.getBoolean(1)).orElse(false);
        } catch (SQLException | PersistenceException away) {
            return false;
        }
    }
}
