package dev.berth.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** Looks into the table of tasks, as the database's owner. */
final class TaskTable implements AutoCloseable {

    private static final String OPEN =
            """
            SELECT count(*) FROM tasks
            WHERE state IN ('pending', 'running', 'retrying') AND type <> 'worker.reconcile'
            """;
    private static final Waiting SETTLED =
            new Waiting(Duration.ofMinutes(60), Duration.ofMillis(200));

    private final Connection connection;

    TaskTable(StartedBerth berth) {
        String url = "jdbc:postgresql://127.0.0.1:" + berth.port("postgres") + "/berth";
        try {
            connection = DriverManager.getConnection(url, "berth_owner", berth.secret("db-owner"));
        } catch (SQLException failure) {
            throw new BenchFailure("cannot open the database", failure);
        }
    }

    /** How many tasks that somebody asked for are not settled yet. */
    long open() {
        return whole(OPEN);
    }

    /** Waits until none is open. */
    void settled() {
        SETTLED.until("all tasks settled", () -> open() == 0);
    }

    long whole(String query) {
        return Math.round(number(query));
    }

    /** Returns the one number that a query has as its answer. */
    double number(String query) {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getDouble(1);
        } catch (SQLException failure) {
            throw new BenchFailure("cannot ask the database: " + query, failure);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException failure) {
            throw new BenchFailure("cannot leave the database", failure);
        }
    }
}
