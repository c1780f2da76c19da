package dev.berth.standalone.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeCheckTest {

    @TempDir private Path directory;

    private Home home;

    @BeforeEach
    void choose() {
        home = Home.at(directory.resolve("home"));
    }

    @Test
    void anAbsentHomeIsFine() {
        assertThat(new HomeCheck(home).problems()).isEmpty();
    }

    @Test
    void aHomeThatWasUsedIsFine() throws IOException {
        home.prepare();
        new Secrets(home.secrets()).prepare();
        Files.createDirectories(home.database());
        Files.writeString(home.database().resolve("PG_VERSION"), "18\n");

        assertThat(new HomeCheck(home).problems()).isEmpty();
    }

    @Test
    void aFileInItsPlaceIsRefused() throws IOException {
        Files.writeString(home.root(), "");

        assertThat(new HomeCheck(home).problems())
                .containsExactly(
                        home.root()
                                + " is not a directory; move it away, or choose another with"
                                + " --home");
    }

    @Test
    void aFileAsItsParentIsRefused() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");

        assertThat(new HomeCheck(Home.at(file.resolve("home"))).problems())
                .singleElement()
                .asString()
                .contains("cannot be made: " + file + " is not a directory");
    }

    @Test
    void everyDamageIsSaidWithItsMend() throws IOException {
        home.prepare();
        Files.writeString(home.version(), "99\n");
        Files.createDirectories(home.database().resolve("base"));
        Files.writeString(home.secrets().resolve("config-key"), "");

        assertThat(new HomeCheck(home).problems())
                .satisfiesExactlyInAnyOrder(
                        problem ->
                                assertThat(problem)
                                        .contains("says '99', and this Berth writes layout 1"),
                        problem -> assertThat(problem).contains("no PG_VERSION", "from a backup"),
                        problem ->
                                assertThat(problem)
                                        .contains("config-key cannot be read or is empty"));
    }

    @Test
    void aVersionThatCannotBeReadIsSaidWithItsMend() throws IOException {
        home.prepare();
        Files.delete(home.version());
        Files.createDirectory(home.version());

        assertThat(new HomeCheck(home).problems())
                .singleElement()
                .asString()
                .contains("version cannot be read");
    }
}
