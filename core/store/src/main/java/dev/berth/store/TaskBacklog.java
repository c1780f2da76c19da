package dev.berth.store;

import dev.berth.store.sql.Sql;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Tells how many tasks wait for an Inner: what decides whether there should be more of them. */
public record TaskBacklog(DataSource dataSource) {

    private static final String DUE =
            """
            SELECT count(*) FROM tasks
            WHERE state IN ('pending', 'retrying') AND due_at <= now()
            """;

    /** Returns how many are due and nobody works on; no number while the database is away. */
    public double due() {
        try (Connection connection = dataSource.getConnection()) {
            return new Sql(connection).first(DUE, row -> row.getDouble(1)).orElse(Double.NaN);
        } catch (SQLException | PersistenceException away) {
            return Double.NaN;
        }
    }
}
