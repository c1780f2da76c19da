package dev.berth.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.store.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Compares what Outer and Inner may do with {@code grants.txt}, and tries what they may not. */
class GrantsIT {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final String REFUSED = "42501";
    private static final List<String> INTENT =
            List.of(
                    "users",
                    "tenants",
                    "members",
                    "invitations",
                    "quotas",
                    "codes",
                    "attempts",
                    "projects",
                    "sources",
                    "source_chunks",
                    "workers",
                    "versions",
                    "config_revisions",
                    "releases",
                    "sessions",
                    "tokens",
                    "operators",
                    "signing_keys",
                    "signatures",
                    "answers");
    private static final List<String> STATUS =
            List.of("worker_status", "version_status", "release_status", "user_reports");

    @Test
    void everyColumnIsGrantedAsWrittenDown() throws SQLException {
        List<String> granted =
                query(
                        """
                        SELECT lower(replace(grantee, 'berth_', '') || ' ' || privilege_type)
                            || ' ' || table_name || ' ' || column_name
                        FROM information_schema.column_privileges
                        WHERE grantee IN ('berth_outer', 'berth_inner', 'PUBLIC')
                            AND table_schema = 'public'
                        """);

        assertThat(new TreeSet<>(granted)).isEqualTo(new TreeSet<>(Grants.columns()));
    }

    @Test
    void everyTableIsGrantedAsWrittenDown() throws SQLException {
        List<String> granted =
                query(
                        """
                        SELECT lower(replace(grantee, 'berth_', '') || ' ' || privilege_type)
                            || ' ' || table_name
                        FROM information_schema.table_privileges
                        WHERE grantee IN ('berth_outer', 'berth_inner', 'PUBLIC')
                            AND table_schema = 'public'
                            AND privilege_type NOT IN ('SELECT', 'INSERT', 'UPDATE')
                        """);

        assertThat(new TreeSet<>(granted)).isEqualTo(new TreeSet<>(Grants.tables()));
    }

    @Test
    void nothingElseIsGranted() throws SQLException {
        assertThat(
                        query(
                                """
                                SELECT grantee || ' ' || object_name FROM
                                    information_schema.usage_privileges
                                WHERE grantee LIKE 'berth\\_%' AND grantee <> 'berth_owner'
                                    AND object_schema = 'public'
                                """))
                .containsExactly("berth_inner route_revision");
        assertThat(
                        query(
                                """
                                SELECT grantee || ' ' || routine_name FROM
                                    information_schema.role_routine_grants
                                WHERE grantee <> 'berth_owner' AND routine_schema = 'public'
                                """))
                .containsExactlyInAnyOrder(
                        "berth_inner note_refused_call",
                        "berth_inner purge_audit",
                        "berth_inner purge_credentials");
    }

    @Test
    void outerAndInnerOwnNothing() throws SQLException {
        assertThat(
                        query(
                                """
                                SELECT relname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner
                                WHERE r.rolname IN ('berth_outer', 'berth_inner')
                                """))
                .isEmpty();
        for (DataSource role : List.of(DATABASE.outer(), DATABASE.inner())) {
            assertThat(attempt(role, "CREATE TABLE mine (id bigint)")).isEqualTo(REFUSED);
            assertThat(attempt(role, "CREATE SCHEMA mine")).isEqualTo(REFUSED);
            assertThat(attempt(role, "CREATE TEMPORARY TABLE mine (id bigint)")).isEqualTo(REFUSED);
            assertThat(attempt(role, "SELECT * FROM flyway_schema_history")).isEqualTo(REFUSED);
        }
    }

    @Test
    void outerWritesNoStatus() throws SQLException {
        for (String table : STATUS) {
            for (String column : columns(table)) {
                String update = "UPDATE " + table + " SET " + column + " = DEFAULT";
                assertThat(attempt(DATABASE.outer(), update)).as(update).isEqualTo(REFUSED);
            }
            String insert = "INSERT INTO " + table + " DEFAULT VALUES";
            assertThat(attempt(DATABASE.outer(), insert)).as(insert).isEqualTo(REFUSED);
        }
        for (String column : columns("tasks")) {
            String update = "UPDATE tasks SET " + column + " = DEFAULT";
            assertThat(attempt(DATABASE.outer(), update)).as(update).isEqualTo(REFUSED);
        }
    }

    @Test
    void innerAddsAndChangesNoIntent() throws SQLException {
        for (String table : INTENT) {
            String insert = "INSERT INTO " + table + " DEFAULT VALUES";
            assertThat(attempt(DATABASE.inner(), insert)).as(insert).isEqualTo(REFUSED);
            for (String column : columns(table)) {
                String update = "UPDATE " + table + " SET " + column + " = DEFAULT";
                assertThat(attempt(DATABASE.inner(), update)).as(update).isEqualTo(REFUSED);
            }
        }
    }

    private static List<String> columns(String table) throws SQLException {
        return query(
                "SELECT column_name FROM information_schema.columns"
                        + " WHERE table_schema = 'public' AND table_name = '"
                        + table
                        + "'");
    }

    private static List<String> query(String text) throws SQLException {
        try (Connection superuser = DATABASE.superuser().getConnection();
                Statement statement = superuser.createStatement();
                ResultSet rows = statement.executeQuery(text)) {
            List<String> read = new ArrayList<>();
            while (rows.next()) {
                read.add(rows.getString(1));
            }
            return read;
        }
    }

    /** Returns the state that an attempt fails with; empty where it succeeds. */
    private static String attempt(DataSource role, String text) throws SQLException {
        try (Connection connection = role.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
            return "";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }

    /** Reads {@code grants.txt}: role, table, verb, columns; {@code -} for the whole table. */
    private static final class Grants {

        static List<String> columns() {
            return lines().stream()
                    .filter(line -> !line[3].equals("-"))
                    .flatMap(
                            line ->
                                    List.of(line[3].split(" ")).stream()
                                            .map(column -> key(line) + " " + column))
                    .toList();
        }

        static List<String> tables() {
            return lines().stream().filter(line -> line[3].equals("-")).map(Grants::key).toList();
        }

        private static String key(String... line) {
            return line[0] + " " + line[2] + " " + line[1];
        }

        private static List<String[]> lines() {
            try (InputStream text = GrantsIT.class.getResourceAsStream("grants.txt")) {
                return new String(text.readAllBytes(), StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(line -> line.split(" +", 4))
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
