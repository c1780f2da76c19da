package dev.berth.e2e;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The tasks that the second Inner held when it was killed; nobody renews their leases any more. */
record HeldTasks(StartedBerth berth) {

    private static final String NOTE =
            """
            CREATE TABLE held AS SELECT id, attempt, lease_until FROM tasks
            WHERE state = 'running' AND lease_owner = 'inner-2'
            """;

    private static final String TAKEN_OVER =
            """
            SELECT count(*) AS tasks,
                min(extract(epoch FROM next.started_at - h.lease_until)) AS earliest,
                max(extract(epoch FROM next.started_at - h.lease_until)) AS latest
            FROM held h
                JOIN task_attempts lost ON lost.task_id = h.id AND lost.attempt = h.attempt
                    AND lost.outcome = 'lost'
                JOIN task_attempts next ON next.task_id = h.id AND next.attempt = h.attempt + 1
                    AND next.executor <> 'inner-2'
            """;

    /**
     * What the other Inners took over.
     *
     * @param earliest how many seconds after the end of its lease the first one was taken over
     * @param latest the same of the last one
     */
    record TakenOver(long tasks, double earliest, double latest) {}

    /** Notes them, and returns how many they are. */
    long note() throws SQLException {
        try (Connection database = berth.database();
                Statement statement = database.createStatement()) {
            return statement.executeUpdate(NOTE);
        }
    }

    TakenOver takenOver() throws SQLException {
        try (Connection database = berth.database();
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(TAKEN_OVER)) {
            row.next();
            return new TakenOver(row.getLong(1), row.getDouble(2), row.getDouble(3));
        }
    }
}
