package dev.berth.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.model.ConfiguredExtension;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.Rollout;
import dev.berth.spi.Step;
import dev.berth.spi.Traffic;
import dev.berth.work.Plugins;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The plugins as Inner loads them in the container. */
@ExtendWith(ArquillianExtension.class)
class InnerInContainerIT {

    private static final ReleaseId RELEASE = new ReleaseId("0badcafe", 1);

    private static final List<ConfiguredExtension> CONFIGURED =
            List.of(
                    active("runtime", "process", "dev.berth.plugin.process"),
                    active("router", "edge", "dev.berth.plugin.edge"),
                    active("strategy", "blue-green", "dev.berth.plugin.strategies"),
                    active("strategy", "recreate", "dev.berth.plugin.strategies"));

    @Inject private Plugins plugins;

    @Resource(lookup = "jdbc/inner")
    private DataSource database;

    @Deployment
    static WebArchive inner() {
        return Wars.with("inner", InnerInContainerIT.class, PluginObjects.class);
    }

    @Test
    void eachPluginIsANamedModuleInALayerOfItsOwn() {
        List<Module> modules = PluginObjects.modules(plugins);

        assertThat(modules)
                .extracting(Module::getName)
                .containsExactly(
                        "dev.berth.plugin.process",
                        "dev.berth.plugin.edge",
                        "dev.berth.plugin.strategies");
        assertThat(modules).extracting(Module::getLayer).doesNotHaveDuplicates();
        assertThat(modules)
                .extracting(Module::getClassLoader)
                .doesNotHaveDuplicates()
                .doesNotContain(Plugins.class.getClassLoader());
    }

    @Test
    void everyConfiguredInstanceIsActive() {
        assertThat(plugins.configured()).containsExactlyInAnyOrderElementsOf(CONFIGURED);
    }

    @Test
    void strategyAnswersThroughTheEngine() {
        Rollout.Member candidate =
                new Rollout.Member(
                        RELEASE, 2, 0, 0, 0, Traffic.NONE, Traffic.NONE, Optional.empty());
        Instant now = Instant.now();

        Step step =
                plugins.strategy("recreate")
                        .next(
                                new Rollout(
                                        now,
                                        Optional.empty(),
                                        now,
                                        now,
                                        candidate,
                                        Optional.empty(),
                                        false,
                                        false));

        assertThat(step).isEqualTo(new Step.Scale(RELEASE, 2));
    }

    @Test
    void configuredInstancesArePublished() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(published())
                                        .containsExactlyInAnyOrderElementsOf(CONFIGURED));
    }

    private List<ConfiguredExtension> published() throws SQLException {
        List<ConfiguredExtension> found = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT kind, name, extension, plugin, bundled, active, message FROM extensions")) {
            while (rows.next()) {
                found.add(
                        new ConfiguredExtension(
                                rows.getString(1),
                                rows.getString(2),
                                rows.getString(3),
                                rows.getString(4),
                                rows.getBoolean(5),
                                rows.getBoolean(6),
                                rows.getString(7)));
            }
        }
        return found;
    }

    private static ConfiguredExtension active(String kind, String name, String plugin) {
        return new ConfiguredExtension(kind, name, name, plugin, true, true, "");
    }
}
