package dev.berth.container;

import static org.awaitility.Awaitility.await;

import dev.berth.container.Client.Answer;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;

/** Both gateways as they are shipped, and clients of them. */
abstract class DeployedGateways {

    private final Ports ports = TestServer.get().ports();

    final Client outer = Client.of(ports.outer());
    final Client inner = Client.of(ports.inner());
    final Client management = Client.of(ports.management());

    @BeforeEach
    void awaitInner() {
        await().atMost(Duration.ofMinutes(2))
                .ignoreExceptions()
                .until(() -> !outer.get("/api/v1/info").body().path("extensions").isEmpty());
    }

    /** Returns a client of Outer with the command line's token. */
    final Client developer() {
        return outer.with(TestServer.get().secrets().read(TestSecrets.CLI_TOKEN));
    }

    /** Logs in with {@code password}. */
    final Answer login(String password) {
        return outer.post(
                "/api/v1/auth/login",
                "{\"email\": \"admin@localhost\", \"password\": \"%s\"}".formatted(password));
    }

    /** Returns the token of a new session. */
    final String session() {
        return login(TestServer.get().secrets().read(TestSecrets.ADMIN_PASSWORD)).text("token");
    }

    /** Creates a worker and returns its id. */
    final String worker(String name) {
        return developer()
                .post("/api/v1/worker", "{\"worker_name\": \"%s\"}".formatted(name))
                .text("worker_id");
    }

    /** Returns a new secret key of the administrator; what signed by the one before is over. */
    final Signing signing() {
        String password = TestServer.get().secrets().read(TestSecrets.ADMIN_PASSWORD);
        return new Signing(
                login(password).text("user_id"),
                developer().post("/api/auth/rotate-key", "").text("secret_key"));
    }
}
