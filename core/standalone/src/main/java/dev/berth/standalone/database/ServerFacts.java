package dev.berth.standalone.database;

import dev.berth.store.Migrations;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a PostgreSQL says of itself, and of the user who has logged in.
 *
 * @param number the version as a number, 140000 for 14.0
 * @param owner who owns the database that Berth is to have; absent while there is none
 */
record ServerFacts(
        String version,
        int number,
        boolean superuser,
        boolean createsRoles,
        boolean createsDatabases,
        Optional<String> owner) {

    private static final int OLDEST = 140_000;
    private static final int OWN_SCHEMA = 150_000;

    private static final String QUERY =
            """
            SELECT current_setting('server_version'), current_setting('server_version_num')::int,
              rolsuper, rolcreaterole, rolcreatedb,
              (SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = ?)
            FROM pg_roles WHERE rolname = current_user\
            """;

    static ServerFacts of(Connection connection, String database) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(QUERY)) {
            statement.setString(1, database);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new ServerFacts(
                        row.getString(1),
                        row.getInt(2),
                        row.getBoolean(3),
                        row.getBoolean(4),
                        row.getBoolean(5),
                        Optional.ofNullable(row.getString(6)));
            }
        }
    }

    /** Returns whether a new database lets all who may connect make tables in schema public. */
    boolean everybodyCreatesTables() {
        return number < OWN_SCHEMA;
    }

    /** Returns what stands in the way of Berth, and its mend. */
    List<String> problems(DatabaseUrl login) {
        List<String> problems = new ArrayList<>();
        if (number < OLDEST) {
            problems.add(
                    "it is PostgreSQL %s, and Berth wants 14 or newer; name a newer server, or upgrade this one"
                            .formatted(version));
        }
        if (!superuser && !(createsRoles && createsDatabases)) {
            problems.add(
                    "the user '%s' may not create roles and databases; as a superuser of that server: ALTER ROLE \"%s\" CREATEROLE CREATEDB, or name another user"
                            .formatted(login.user(), login.user().replace("\"", "\"\"")));
        }
        owner.filter(name -> !name.equals(Migrations.OWNER))
                .ifPresent(
                        name ->
                                problems.add(
                                        "the database '%s' is there and belongs to '%s', not to %s; name one that Berth may make, or give it away: ALTER DATABASE … OWNER TO %s"
                                                .formatted(
                                                        login.database(),
                                                        name,
                                                        Migrations.OWNER,
                                                        Migrations.OWNER)));
        return problems;
    }
}
