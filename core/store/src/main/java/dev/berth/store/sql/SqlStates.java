package dev.berth.store.sql;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what PostgreSQL says of a failure. */
final class SqlStates {

    // serialization, deadlock; a unique or foreign key that another transaction was quicker with
    private static final Set<String> RACES = Set.of("40001", "40P01", "23505", "23503");
    private static final String TOO_MANY_CONNECTIONS = "53300";
    private static final String NO_CHARACTER = "22021";

    private SqlStates() {}

    /** Returns whether the same work may well succeed when it sees what the others did. */
    static boolean raced(Throwable failure) {
        return cause(failure).map(SQLException::getSQLState).filter(RACES::contains).isPresent();
    }

    /** Returns whether the database could not be reached, or ended the connection. */
    static boolean away(Throwable failure) {
        return cause(failure).filter(SqlStates::unreachable).isPresent();
    }

    /** Returns whether a text has the one character that PostgreSQL does not keep, U+0000. */
    static boolean unwritable(Throwable failure) {
        return cause(failure)
                .map(SQLException::getSQLState)
                .filter(NO_CHARACTER::equals)
                .isPresent();
    }

    private static boolean unreachable(SQLException e) {
        String state = Optional.ofNullable(e.getSQLState()).orElse("");
        return state.startsWith("08")
                || state.startsWith("57P")
                || state.equals(TOO_MANY_CONNECTIONS)
                || e instanceof SQLTransientConnectionException
                || e instanceof SQLNonTransientConnectionException
                || e instanceof SQLRecoverableException;
    }

    private static Optional<SQLException> cause(Throwable failure) {
        return Stream.iterate(failure, e -> e != null, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .findFirst();
    }
}
