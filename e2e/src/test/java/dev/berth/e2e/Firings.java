package dev.berth.e2e;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** Has the database itself write down each time that a duty of the clock is done. */
record Firings(StartedBerth berth) {

    /** Begins, and makes every duty due at this moment. */
    void watch() throws SQLException {
        try (Connection database = berth.database();
                Statement statement = database.createStatement()) {
            statement.execute(
                    """
                    CREATE TABLE firings (job text);
                    GRANT INSERT ON firings TO berth_inner;
                    CREATE FUNCTION note_firing() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN
                        INSERT INTO firings VALUES (NEW.job);
                        RETURN NEW;
                    END $$;
                    GRANT EXECUTE ON FUNCTION note_firing() TO berth_inner;
                    CREATE TRIGGER note_firing AFTER UPDATE ON cron_jobs
                        FOR EACH ROW WHEN (OLD.firings <> NEW.firings)
                        EXECUTE FUNCTION note_firing();
                    INSERT INTO cron_jobs (job, due_at)
                    SELECT job, now() FROM unnest(ARRAY[
                        'purge-tasks', 'purge-attempts', 'purge-events']) AS job
                    ON CONFLICT (job) DO UPDATE SET due_at = now();
                    """);
        }
    }

    /** Returns how often each duty was done since. */
    Map<String, Integer> byJob() throws SQLException {
        Map<String, Integer> counts = new HashMap<>();
        try (Connection database = berth.database();
                Statement statement = database.createStatement();
                ResultSet rows =
                        statement.executeQuery("SELECT job, count(*) FROM firings GROUP BY job")) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getInt(2));
            }
        }
        return counts;
    }
}
