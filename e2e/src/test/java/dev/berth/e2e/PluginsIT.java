package dev.berth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Plugins of an operator's own: that of docs/plugins.md, two that bring one library in two
 * versions, and two bad ones.
 */
@TestInstance(Lifecycle.PER_CLASS)
class PluginsIT {

    private static final byte[] SERVER =
            Sources.archive(Sources.manifest("java", "Server.java", "PORT", "0"), Sources.server());

    private Path plugins;
    private Path log;
    private StartedBerth berth;
    private Client client;

    @BeforeAll
    void start(@TempDir Path home, @TempDir Path elsewhere, @TempDir Path clean)
            throws IOException, InterruptedException {
        plugins = home.resolve("plugins");
        log = home.resolve("logs/liberty/messages.log");
        PluginAuthor author = new PluginAuthor(plugins, new Jars(elsewhere), elsewhere);
        author.strategy("one", "1");
        author.strategy("two", "2");
        author.withoutItsLibrary("lacking", "org.absent");
        author.forSpi("newer", "2.0.0");
        String ofThePage = new PluginsPage(clean).follow(home).getProperty("berth.strategy");
        berth =
                StartedBerth.in(home)
                        .with("berth.strategy", ofThePage + ",one,two")
                        .with("berth.strategy.one.use", "one")
                        .with("berth.strategy.two.use", "two")
                        .up();
        client = new Client(berth);
    }

    @AfterAll
    void stop() {
        client.close();
        berth.close();
    }

    @Test
    void pluginOfThePageServes() {
        TestWorker worker = TestWorker.create(client);
        Map<String, String> strategy = Map.of("strategy", "pause-first");

        assertThat(client.get("/api/v1/info").body().path("extensions"))
                .anySatisfy(PluginsIT::isPauseFirst);
        assertThat(worker.settled(worker.deploy(SERVER, strategy)).text("status"))
                .isEqualTo("success");
        assertThat(worker.settled(worker.deploy(SERVER, strategy)).text("status"))
                .isEqualTo("success");
        assertThat(client.status(worker.id())).isEqualTo(204);
    }

    private static void isPauseFirst(JsonNode extension) {
        assertThat(extension.path("name").asText()).isEqualTo("pause-first");
        assertThat(extension.path("plugin").asText()).isEqualTo("org.example.pausefirst");
        assertThat(extension.path("certification").asText()).isEqualTo("none");
        assertThat(extension.path("state").asText()).isEqualTo("active");
    }

    @ParameterizedTest
    @CsvSource({"one, library 1", "two, library 2"})
    void strategyOfAPluginServesWithTheLibraryThatThePluginBrings(String name, String library) {
        TestWorker worker = TestWorker.create(client);
        Map<String, String> strategy = Map.of("strategy", name);

        Client.Answer first = worker.settled(worker.deploy(SERVER, strategy));
        Client.Answer second = worker.settled(worker.deploy(SERVER, strategy));

        assertThat(first.text("status")).as("%s", first.body()).isEqualTo("success");
        assertThat(client.status(worker.id())).isEqualTo(204);
        assertThat(second.text("status")).as("%s", second.body()).isEqualTo("error");
        assertThat(second.text("message")).contains(library);
    }

    @Test
    void pluginThatLacksALibraryIsRefusedAndToldToBringIt() throws IOException {
        assertThat(refusals("lacking"))
                .singleElement()
                .asString()
                .contains(
                        "module 'org.lacking' requires 'org.absent', which it must bring itself",
                        "copy its jar into the directory");
    }

    @Test
    void pluginForAnotherSpiIsRefusedAndToldWhatToBuildAgainst() throws IOException {
        assertThat(refusals("newer"))
                .singleElement()
                .asString()
                .contains(
                        "module 'org.newer' was built for version 2.0.0 of dev.berth.spi",
                        "build it against that");
    }

    @Test
    void theOthersAreActiveAndDeployAsEver() {
        Client.Answer info = client.get("/api/v1/info");

        assertThat(active(info)).contains("process", "edge", "blue-green", "one", "two");
        assertThat(certified(info))
                .containsEntry("process", "bundled")
                .containsEntry("one", "none");
        assertThat(info.body().toString()).doesNotContain("lacking", "newer");
        assertThat(berth.berth("deploy", "examples/hello").succeeded()).startsWith("http://");
    }

    /** Returns what Inner said of the plugin in that directory. */
    private List<String> refusals(String name) throws IOException {
        String directory = "'" + plugins.resolve(name) + "'";
        List<String> refusals = new ArrayList<>();
        for (String line : Files.readAllLines(log)) {
            String message = new ObjectMapper().readTree(line).path("message").asText();
            if (message.contains("cannot load the plugin in " + directory)) {
                refusals.add(message);
            }
        }
        return refusals;
    }

    private static Map<String, String> certified(Client.Answer info) {
        Map<String, String> levels = new HashMap<>();
        for (JsonNode extension : info.body().path("extensions")) {
            levels.put(extension.path("name").asText(), extension.path("certification").asText());
        }
        return levels;
    }

    private static List<String> active(Client.Answer info) {
        List<String> active = new ArrayList<>();
        for (JsonNode extension : info.body().path("extensions")) {
            if (extension.path("state").asText().equals("active")) {
                active.add(extension.path("name").asText());
            }
        }
        return active;
    }
}
