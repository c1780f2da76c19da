package dev.berth.e2e;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/**
 * Has the database itself write down each change of a kind.
 *
 * @param berth whose database
 * @param table where the rows are that change
 * @param key the column that tells which of them it was
 * @param change when it is such a change, in SQL over {@code OLD} and {@code NEW}
 */
record Noted(StartedBerth berth, String table, String key, String change) {

    /** Notes each time that a version becomes a success. */
    static Noted successes(StartedBerth berth) throws SQLException {
        return new Noted(
                        berth,
                        "version_status",
                        "version_id",
                        "OLD.phase <> 'success' AND NEW.phase = 'success'")
                .watched();
    }

    /** Notes each time that a duty of the clock is done; each is due at once. */
    static Noted firings(StartedBerth berth) throws SQLException {
        Noted firings =
                new Noted(berth, "cron_jobs", "job", "OLD.firings <> NEW.firings").watched();
        firings.execute(
                """
                INSERT INTO cron_jobs (job, due_at)
                SELECT job, now() FROM unnest(ARRAY[
                    'purge-tasks', 'purge-attempts', 'purge-events']) AS job
                ON CONFLICT (job) DO UPDATE SET due_at = now()
                """);
        return firings;
    }

    /** Returns how often it was noted of each. */
    Map<String, Integer> counts() throws SQLException {
        return counts(berth, "noted_" + table, "key");
    }

    /** Returns how often each value is in a column. */
    static Map<String, Integer> counts(StartedBerth berth, String table, String column)
            throws SQLException {
        Map<String, Integer> counts = new HashMap<>();
        try (Connection database = berth.database();
                Statement statement = database.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT %1$s, count(*) FROM %2$s GROUP BY %1$s"
                                        .formatted(column, table))) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getInt(2));
            }
        }
        return counts;
    }

    private Noted watched() throws SQLException {
        execute(
                """
                CREATE TABLE noted_%1$s (key text);
                GRANT INSERT ON noted_%1$s TO berth_inner;
                CREATE FUNCTION note_%1$s() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    INSERT INTO noted_%1$s VALUES (NEW.%2$s);
                    RETURN NEW;
                END $$;
                GRANT EXECUTE ON FUNCTION note_%1$s() TO berth_inner;
                CREATE TRIGGER note AFTER UPDATE ON %1$s
                    FOR EACH ROW WHEN (%3$s) EXECUTE FUNCTION note_%1$s();
                """
                        .formatted(table, key, change));
        return this;
    }

    private void execute(String sql) throws SQLException {
        try (Connection database = berth.database();
                Statement statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
