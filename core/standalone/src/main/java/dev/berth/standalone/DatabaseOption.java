package dev.berth.standalone;

import dev.berth.standalone.console.ExitCode;
import dev.berth.standalone.console.LauncherException;
import dev.berth.standalone.database.DatabaseUrl;
import dev.berth.standalone.server.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that name a PostgreSQL which the operator runs. */
final class DatabaseOption {

    private static final String PASSWORD = "PGPASSWORD";

    @Option(
            names = {"-d", "--database-url"},
            paramLabel = "URL",
            description = {
                "A PostgreSQL that you run, 14 or newer, instead of one that Berth starts:",
                "postgresql://USER@HOST:PORT/DATABASE?PARAMETERS, or the same as jdbc:postgresql://… with the parameter user. The user must be a superuser, or have CREATEROLE and CREATEDB. Port and database are 5432 and berth where they are left out. To last, set berth.database.url."
            })
    private Optional<String> url = Optional.empty();

    @Option(
            names = "--database-password-file",
            paramLabel = "FILE",
            description =
                    "File with that user's password. Without it, PGPASSWORD counts. A password in the URL works too, but others on this machine see it in the list of processes.")
    private Optional<Path> passwordFile = Optional.empty();

    DatabaseOption() {}

    DatabaseOption(Optional<String> url, Optional<Path> passwordFile) {
        this.url = url;
        this.passwordFile = passwordFile;
    }

    /**
     * Returns where the operator's database is, with the password; nothing where none is named.
     *
     * @throws LauncherException if the address makes no sense, or the file cannot be read
     */
    Optional<DatabaseUrl> url(Settings operator, Map<String, String> environment) {
        return url.map(text -> DatabaseUrl.parse(text, "--database-url"))
                .or(() -> ofHome(operator))
                .map(
                        found ->
                                found.password().isPresent()
                                        ? found
                                        : found.with(password(operator, environment)));
    }

    private static Optional<DatabaseUrl> ofHome(Settings operator) {
        return operator.value(Settings.DATABASE_URL)
                .map(
                        text ->
                                DatabaseUrl.parse(
                                        text, Settings.DATABASE_URL + " of berth.properties"));
    }

    private Optional<String> password(Settings operator, Map<String, String> environment) {
        return passwordFile
                .or(() -> operator.value(Settings.DATABASE_PASSWORD_FILE).map(Path::of))
                .map(DatabaseOption::read)
                .or(() -> Optional.ofNullable(environment.get(PASSWORD)));
    }

    private static String read(Path file) {
        try {
            String password = Files.readString(file).strip();
            if (!password.isEmpty()) {
                return password;
            }
        } catch (IOException failure) {
            throw new LauncherException(
                    "cannot read the database's password from %s: %s; name a readable file with --database-password-file"
                            .formatted(file, failure),
                    failure);
        }
        throw new LauncherException(
                ExitCode.FAILURE,
                "cannot read the database's password from %s: the file is empty".formatted(file));
    }
}
