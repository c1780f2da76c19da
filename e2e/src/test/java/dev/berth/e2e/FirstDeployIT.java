package dev.berth.e2e;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer does, from the first start to the last. */
class FirstDeployIT {

    private static final String STOPPED_IN_AN_ORDERLY_WAY = "CWWKE0036I";
    private static final String ERROR = "\"loglevel\":\"(ERROR|SEVERE|FATAL)\"";

    @TempDir Path home;

    @Test
    void programIsDeployedServedThroughARestartAndRemovedWithoutATrace() throws Exception {
        StartedBerth berth = StartedBerth.asShipped(home);
        try (berth;
                Client client = new Client(berth)) {
            berth.up();
            String url = berth.berth("deploy", "examples/hello").succeeded();
            String id = url.replaceFirst("^http://([0-9a-f]{8})\\.worker\\.localhost:.*", "$1");
            assertThat(client.worker(id, "/")).hasValueSatisfying(FirstDeployIT::greets);
            assertThat(berth.berth("workers").succeeded()).contains("hello", "active", url);
            assertThat(berth.berth("logs", "hello").succeeded()).contains("listening");
            assertThat(berth.berth("manifest", "hello").succeeded()).contains("appName");

            Process follower = berth.begin("logs", "hello", "--follow");
            berth.down();
            assertThat(Leftovers.processes(home)).isEmpty();
            assertThat(follower.waitFor(10, SECONDS)).isTrue();
            assertThat(follower.exitValue()).as("the log broke off").isEqualTo(3);
            assertThat(home.resolve("logs/liberty/messages.log"))
                    .content()
                    .contains(STOPPED_IN_AN_ORDERLY_WAY)
                    .doesNotContainPattern(ERROR);
            berth.up();
            assertThat(client.worker(id, "/")).hasValueSatisfying(FirstDeployIT::greets);

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
