package dev.berth.e2e;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** Has the database itself write down each time that a version becomes a success. */
record Successes(StartedBerth berth) {

    void watch() throws SQLException {
        try (Connection database = berth.database();
                Statement statement = database.createStatement()) {
            statement.execute(
                    """
                    CREATE TABLE successes (version_id bigint);
                    GRANT INSERT ON successes TO berth_inner;
                    CREATE FUNCTION note_success() RETURNS trigger LANGUAGE plpgsql AS $$
                    BEGIN
                        INSERT INTO successes VALUES (NEW.version_id);
                        RETURN NEW;
                    END $$;
                    GRANT EXECUTE ON FUNCTION note_success() TO berth_inner;
                    CREATE TRIGGER note_success AFTER UPDATE ON version_status
                        FOR EACH ROW WHEN (OLD.phase <> 'success' AND NEW.phase = 'success')
                        EXECUTE FUNCTION note_success();
                    """);
        }
    }

    /** Returns how often each version became one. */
    Map<Long, Integer> byVersion() throws SQLException {
        return counted("SELECT version_id, count(*) FROM successes GROUP BY version_id");
    }

    /** Returns how many releases each version has. */
    Map<Long, Integer> releases() throws SQLException {
        return counted("SELECT version_id, count(*) FROM releases GROUP BY version_id");
    }

    private Map<Long, Integer> counted(String query) throws SQLException {
        Map<Long, Integer> counts = new HashMap<>();
        try (Connection database = berth.database();
                Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                counts.put(rows.getLong(1), rows.getInt(2));
            }
        }
        return counts;
    }
}
