package dev.berth.standalone.database;

import dev.berth.standalone.console.LauncherException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Says why an operator's database cannot be prepared, and how to mend it. */
record DatabaseFailure(DatabaseUrl login) {

    LauncherException explain(String attempt, Exception failure) {
        String mend =
                Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                        .filter(SQLException.class::isInstance)
                        .map(cause -> ((SQLException) cause).getSQLState())
                        .flatMap(state -> mend(Optional.ofNullable(state).orElse("")).stream())
                        .findFirst()
                        .map(text -> "; " + text)
                        .orElse("");
        return new LauncherException(
                "%s: %s%s".formatted(attempt, LauncherException.story(failure), mend), failure);
    }

    private Optional<String> mend(String state) {
        return switch (state) {
            case "08001", "08006" ->
                    Optional.of(
                            "see that PostgreSQL runs there and takes connections from this machine (listen_addresses, pg_hba.conf, a firewall), or mend the address");
            case "28P01", "08004" ->
                    Optional.of(
                            "give the password of '%s' in PGPASSWORD or with --database-password-file"
                                    .formatted(login.user()));
            case "28000" ->
                    Optional.of(
                            "let '%s' in from this machine: a line of that server's pg_hba.conf, or the role's LOGIN"
                                    .formatted(login.user()));
            case "42501" ->
                    Optional.of(
                            "if berth_owner, berth_outer and berth_inner are there from another Berth, drop them or start once as a superuser: nobody else may change their passwords");
            default -> Optional.empty();
        };
    }
}
