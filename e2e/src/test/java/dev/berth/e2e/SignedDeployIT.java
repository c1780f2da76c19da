package dev.berth.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a client of the source designs does, against a Berth that it knows nothing of. */
class SignedDeployIT {

    private final StartedBerth berth = SharedBerth.get();

    @Test
    void signedDeploymentOfAnOlderClientBecomesActive() throws Exception {
        byte[] archive =
                Sources.archive(
                        Sources.manifest("java", "Server.java", "PORT", "0"), Sources.server());
        try (Client developer = new Client(berth);
                ConsoleClient console =
                        new ConsoleClient("http://127.0.0.1:" + berth.port("outer"))) {
            developer.upload(archive);
            console.login("admin@localhost", berth.secret("admin-password"));
            console.rotateKey();
            String worker = console.createWorker(Names.fresh());

            String answer =
                    console.deploy(
                            worker, "\"source\": \"sha256:%s\"".formatted(Sources.digest(archive)));

            assertThat(answer).contains("\"status\":\"loading\"", "\"version_id\":");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> console.status(worker).equals("active"));
            assertThat(developer.status(worker)).isEqualTo(204);
        }
    }
}
