package dev.berth.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.berth.standalone.console.LauncherException;
import dev.berth.standalone.database.DatabaseUrl;
import dev.berth.standalone.server.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseOptionTest {

    private static final String URL = "postgresql://ann@db/plane";
    private static final Settings NONE = new Settings(Map.of());

    @TempDir private Path directory;

    @Test
    void whereNoneIsNamedBerthRunsItsOwn() {
        assertThat(new DatabaseOption().url(NONE, Map.of("PGPASSWORD", "secret"))).isEmpty();
    }

    @Test
    void theCommandLineGoesOverTheHomesSettings() {
        Settings operator = new Settings(Map.of("berth.database.url", "postgresql://bob@other"));

        assertThat(named(URL).url(operator, Map.of()))
                .hasValueSatisfying(it -> assertThat(it.address()).isEqualTo("db:5432/plane"));
        assertThat(new DatabaseOption().url(operator, Map.of()))
                .hasValueSatisfying(it -> assertThat(it.address()).isEqualTo("other:5432/berth"));
    }

    @Test
    void thePasswordOfTheEnvironmentIsTakenWhereThereIsNoOther() {
        Map<String, String> environment = Map.of("PGPASSWORD", "secret");

        assertThat(password(named(URL), NONE, environment)).contains("secret");
        assertThat(password(named("postgresql://ann:own@db"), NONE, environment)).contains("own");
    }

    @Test
    void aFileGoesOverTheEnvironment() throws IOException {
        Path file = Files.writeString(directory.resolve("password"), "of the file\n");
        Map<String, String> environment = Map.of("PGPASSWORD", "secret");
        Settings operator = new Settings(Map.of("berth.database.password-file", file.toString()));

        assertThat(
                        password(
                                new DatabaseOption(Optional.of(URL), Optional.of(file)),
                                NONE,
                                environment))
                .contains("of the file");
        assertThat(password(named(URL), operator, environment)).contains("of the file");
    }

    @Test
    void aFileWithoutAPasswordIsRefused() throws IOException {
        Path empty = Files.createFile(directory.resolve("empty"));
        Path absent = directory.resolve("absent");

        assertRefused(empty, "empty: the file is empty");
        assertRefused(absent, "--database-password-file");
    }

    @Test
    void aDamagedSettingIsNamed() {
        Settings operator = new Settings(Map.of("berth.database.url", "nonsense"));

        assertThatExceptionOfType(LauncherException.class)
                .isThrownBy(() -> new DatabaseOption().url(operator, Map.of()))
                .withMessageContaining("berth.database.url of berth.properties");
    }

    private static void assertRefused(Path file, String message) {
        DatabaseOption option = new DatabaseOption(Optional.of(URL), Optional.of(file));
        assertThatExceptionOfType(LauncherException.class)
                .isThrownBy(() -> option.url(NONE, Map.of()))
                .withMessageContaining(message);
    }

    private static Optional<String> password(
            DatabaseOption option, Settings operator, Map<String, String> environment) {
        return option.url(operator, environment).flatMap(DatabaseUrl::password);
    }

    private static DatabaseOption named(String url) {
        return new DatabaseOption(Optional.of(url), Optional.empty());
    }
}
