package dev.berth.standalone.home;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.standalone.server.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeTest {

    @TempDir private Path directory;

    @Test
    void everythingInItIsForItsOwnerAlone() throws IOException {
        Home home = Home.at(directory.resolve("home"));

        home.prepare();
        new Secrets(home.secrets()).prepare();

        assertThat(permissions(home.root())).isEqualTo("rwx------");
        assertThat(permissions(home.secrets())).isEqualTo("rwx------");
        assertThat(permissions(home.secrets().resolve(Secrets.OWNER))).isEqualTo("rw-------");
        assertThat(permissions(home.settings())).isEqualTo("rw-------");
    }

    @Test
    void secretsAreLongAndDiffer() {
        Secrets secrets = secrets();

        Map<String, String> values = values(secrets);

        assertThat(values.values())
                .doesNotHaveDuplicates()
                .allSatisfy(value -> assertThat(value).matches("(bt_)?[A-Za-z0-9_-]{43}"));
        assertThat(values.get(Secrets.CLI_TOKEN)).startsWith("bt_");
    }

    @Test
    void secretsStayAsTheyAre() {
        Secrets secrets = secrets();
        Map<String, String> before = values(secrets);

        secrets.prepare();

        assertThat(values(secrets)).isEqualTo(before);
    }

    @Test
    void whatTheOperatorWroteStays() throws IOException {
        Home home = Home.at(directory);
        Files.writeString(home.settings(), "berth.domain=example.org\n");

        home.prepare();

        assertThat(Settings.ofOperator(home).value("berth.domain")).contains("example.org");
    }

    @Test
    void theSettingsOfANewHomeChangeNothing() {
        Home home = Home.at(directory);
        home.prepare();

        assertThat(Settings.ofOperator(home).values()).isEmpty();
    }

    private Secrets secrets() {
        Secrets secrets = new Secrets(directory);
        secrets.prepare();
        return secrets;
    }

    private static Map<String, String> values(Secrets secrets) {
        Map<String, String> values = new HashMap<>();
        Secrets.NAMES.forEach(name -> values.put(name, secrets.value(name)));
        return values;
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
