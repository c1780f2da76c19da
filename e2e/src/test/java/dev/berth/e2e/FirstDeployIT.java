package dev.berth.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer does, from the first start to the last. */
class FirstDeployIT {

    @TempDir Path home;

    @Test
    void programIsDeployedServedThroughARestartAndRemovedWithoutATrace() throws Exception {
        StartedBerth berth = StartedBerth.in(home);
        try (berth;
                Client client = new Client(berth)) {
            berth.up();
            String url = berth.berth("deploy", "examples/hello").succeeded();
            String id = url.replaceFirst("^http://([0-9a-f]{8})\\.worker\\.localhost:.*", "$1");
            assertThat(client.worker(id, "/")).hasValueSatisfying(FirstDeployIT::greets);
            assertThat(berth.berth("workers").succeeded()).contains("hello", "active", url);
            assertThat(berth.berth("logs", "hello").succeeded()).contains("listening");
            assertThat(berth.berth("manifest", "hello").succeeded()).contains("appName");

            berth.down();
            assertThat(Leftovers.processes(home)).isEmpty();
            berth.up();
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () ->
                                    assertThat(client.worker(id, "/"))
                                            .hasValueSatisfying(FirstDeployIT::greets));

            assertThat(Leftovers.processes(home.resolve("run"))).isNotEmpty();
            assertThat(berth.portsInUse()).hasSize(9);
            berth.berth("delete", "hello").succeeded();
            assertThat(client.status(id)).isEqualTo(404);
            assertThat(berth.berth("workers", "--json").succeeded()).isEqualTo("[]");
            assertThat(Leftovers.processes(home.resolve("run"))).isEmpty();
            assertThat(Leftovers.rows(berth)).isEmpty();
            assertThat(Leftovers.files(home, id)).isEmpty();
        }
        assertThat(Leftovers.processes(home)).isEmpty();
        assertThat(berth.portsInUse()).isEmpty();
    }

    private static void greets(String answer) {
        assertThat(answer).contains("Hello from Berth");
    }
}
