package dev.berth.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.e2e.Guest.Answer;
import dev.berth.e2e.Secret.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever somebody does with secrets, well or badly, none is written down where others read. */
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CanaryIT {

    private static final String HERE = "127.0.0.1";

    private final String email = Names.fresh() + "@example.org";
    private final StartedBerth berth = SharedBerth.get();
    private final Secrets secrets = berth.secrets();
    private final Guest stranger = Guest.at(berth, HERE);
    private final Guest admin = stranger.with(berth.secret("cli-token"));
    private final MailDirectory mail = MailDirectory.of(berth);

    /** Afterwards all of it is looked for as after every class; here also what is there briefly. */
    @Test
    void noSecretIsInAnyFileRowRecordCommandLineOrEnvironment(@TempDir Path scratch)
            throws Exception {
        Secrets shown = new Secrets();
        String visible =
                shown.add(
                        Kind.ACCOUNT,
                        "name",
                        "visible-" + UUID.randomUUID().toString().substring(24));
        try (Client client = new Client(berth);
                Watch watch = new Watch(berth, secrets)) {
            Guest person = account();
            tokens(person);
            mistakes(person);
            TestWorker worker = worker(client, visible);
            secrets(client, worker, scratch);
            versions(client, worker, visible);
            berth.berth("key", "rotate").succeeded();
            assertThat(watch.findings()).isEmpty();
        }

        assertThat(berth.findings()).isEmpty();
        assertThat(new Exposure(berth, shown).findings())
                .as("what everybody may see is found")
                .extracting(Finding::place)
                .contains("table workers")
                .anyMatch(place -> place.endsWith("visible.txt"))
                .anyMatch(place -> place.startsWith("command line of "));
    }

    /** Registers, guesses, logs in, and takes another password. */
    private Guest account() {
        mail.letter(
                email, () -> admin.post("/api/v1/member", "{\"email\": \"%s\"}".formatted(email)));
        Answer registered = withCode("register", canary());
        assertThat(registered.text("secret_key")).isNotEmpty();
        stranger.post("/api/auth/login", account(canary()));
        stranger.post("/api/auth/reset-password", proven(canary(), "000000"));
        String password = canary();
        assertThat(withCode("reset-password", password).status()).isEqualTo(200);
        Answer login = stranger.post("/api/auth/login", account(password));
        assertThat(login.status()).as("%s", login.body()).isEqualTo(200);
        return stranger.with(login.text("token"));
    }

    private Answer withCode(String route, String password) {
        String code =
                mail.code(
                        email,
                        () ->
                                stranger.post(
                                        "/api/auth/send-code",
                                        "{\"email\": \"%s\"}".formatted(email)));
        return stranger.post("/api/auth/" + route, proven(password, code));
    }

    private String proven(String password, String code) {
        return "{\"email\": \"%s\", \"code\": \"%s\", \"password\": \"%s\"}"
                .formatted(email, code, password);
    }

    private String account(String password) {
        return "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password);
    }

    /** Makes a token and a key, each with what an answer is kept by. */
    private void tokens(Guest person) {
        Guest once = person.once(UUID.randomUUID().toString());
        Answer token = once.post("/api/v1/tokens", "{\"name\": \"c\", \"scopes\": [\"read\"]}");
        assertThat(token.status()).as("%s", token.body()).isEqualTo(200);
        assertThat(stranger.with(token.text("token")).get("/api/v1/worker").status())
                .isEqualTo(200);
        Guest again = person.once(UUID.randomUUID().toString());
        assertThat(again.post("/api/auth/rotate-key", "").text("secret_key")).isNotEmpty();
        again.post("/api/auth/rotate-key", "");
    }

    /** Sends what is refused, with something secret in it. */
    private void mistakes(Guest person) {
        stranger.post(
                "/api/auth/login",
                "{\"email\": \"%s\", \"password\": \"%s\"".formatted(email, canary()));
        stranger.post("/api/auth/login", "{\"%s\": \"%s\"}".formatted(canary(), canary()));
        stranger.with("bt_" + canary()).get("/api/v1/worker");
        stranger.with(canary()).get("/api/v1/worker");
        person.get("/api/v1/worker?token=" + canary());
        person.post("/api/v1/tokens", "{\"name\": [\"%s\"]}".formatted(canary()));
    }

    private TestWorker worker(Client client, String name) {
        String id = TestWorker.create(client, name).text("worker_id");
        assertThat(id).isNotEmpty();
        return new TestWorker(client, id);
    }

    /** Sets some by the API, one by the command line, and some that are refused. */
    private void secrets(Client client, TestWorker worker, Path scratch) throws IOException {
        String path = "/api/v1/worker/" + worker.id() + "/secret";
        Guest once = admin.once(UUID.randomUUID().toString());
        String body = "{\"key\": \"ONE\", \"value\": \"%s\"}".formatted(canary(Kind.WORKER));
        assertThat(once.post(path, body).status()).isEqualTo(200);
        assertThat(once.post(path, body).status()).isEqualTo(200);
        assertThat(once.post(path, body.replace("ONE", "TWO")).status()).isEqualTo(422);
        assertThat(client.post(path, body.replace("ONE", "PORT")).status()).isEqualTo(400);
        assertThat(
                        client.post(
                                        path,
                                        "{\"key\": \"A\", \"value\": [\"%s\"]}".formatted(canary()))
                                .status())
                .isEqualTo(400);
        Path file = Files.writeString(scratch.resolve("secret"), canary(Kind.WORKER));
        berth.berth("secret", worker.id(), "--file", "TWO=" + file, "--no-wait").succeeded();
    }

    /** Deploys what runs, what ends at once, and goes back. */
    private void versions(Client client, TestWorker worker, String visible) {
        byte[] good =
                Sources.archive(
                        Sources.server(),
                        Sources.file("visible.txt", visible),
                        Sources.manifest("java", "Server.java", "PORT", "0", visible));
        byte[] bad = Sources.archive(Sources.manifest("java", "-version"));
        Answer first = settled(worker, good);
        assertThat(first.text("status")).isEqualTo("success");
        assertThat(settled(worker, bad).text("status")).isEqualTo("error");
        client.post(
                "/api/v1/worker/" + worker.id() + "/rollback",
                "{\"version_id\": %s}".formatted(first.body().path("version_id")));
        await().atMost(Duration.ofSeconds(30)).until(() -> client.status(worker.id()) == 204);
        assertThat(berth.berth("logs", worker.id()).exit()).isZero();
    }

    private static Answer settled(TestWorker worker, byte[] archive) {
        Client.Answer settled = worker.settled(worker.deploy(archive, Map.of()));
        return new Answer(settled.status(), "", settled.body());
    }

    private String canary() {
        return canary(Kind.ACCOUNT);
    }

    private String canary(Kind kind) {
        return secrets.add(
                kind, "canary", "canary" + UUID.randomUUID().toString().replace("-", ""));
    }
}
