package dev.berth.e2e;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client of the source designs does, against a Berth that it knows nothing of. */
class SignedDeployIT {

    private static final String EMAIL = "console@example.org";

    private static final byte[] PROGRAM =
            Sources.archive(Sources.manifest("java", "Server.java", "PORT", "0"), Sources.server());

    private final StartedBerth berth = SharedBerth.get();

    @Test
    void olderClientGoesAllTheWayFromItsRegistrationToTheEndOfItsWorker(@TempDir Path directory)
            throws Exception {
        Path source = Files.write(directory.resolve("source.tar.gz"), PROGRAM);
        berth.berth("members", "add", EMAIL).succeeded();

        String output = console(directory, Sources.digest(PROGRAM), source).succeeded();
        for (String token : Files.readAllLines(directory.resolve("safe"))) {
            berth.secrets().token("older client's key or token", token);
        }

        assertThat(output.lines())
                .satisfiesExactly(
                        line -> assertThat(line).matches("registered [0-9a-f-]{36}"),
                        line -> assertThat(line).isEqualTo("logged in"),
                        line -> assertThat(line).matches("created [0-9a-f]{8}"),
                        line -> assertThat(line).matches("deployed [0-9]+: loading"),
                        line -> assertThat(line).isEqualTo("active"),
                        line -> assertThat(line).isEqualTo("env {\"COLOUR\":\"blue\"}"),
                        line -> assertThat(line).isEqualTo("secret [\"PASSPHRASE\"]"),
                        line -> assertThat(line).isEqualTo("deleted"));
    }

    @Test
    void olderPartOfTheClusterHasTasksDoneAndReportsWhatWasUsed(@TempDir Path directory) {
        try (Client client = new Client(berth)) {
            TestWorker worker = TestWorker.create(client);
            worker.settled(worker.deploy(PROGRAM, Map.of()));

            Guest.Answer registered = registered();
            Guest user = Guest.at(berth, "127.0.0.1").with(registered.text("token"));
            Guest admin = Guest.at(berth, "127.0.0.1").with(berth.secret("cli-token"));

            String output = cluster(directory, registered.text("user_id"), worker).succeeded();

            assertThat(output.lines())
                    .satisfiesExactly(
                            line -> assertDone(admin, line, "worker.deploy"),
                            line -> assertDone(user, line, "user.register"),
                            line -> assertThat(line).isEqualTo("malformed tasks are refused"),
                            line -> assertThat(line).isEqualTo("report: report received"),
                            line -> assertThat(line).isEqualTo("report: report received"),
                            line -> assertThat(line).isEqualTo("report: report received"),
                            line -> assertThat(line).isEqualTo("malformed reports are refused"),
                            line ->
                                    assertThat(line)
                                            .isEqualTo("a secret that is not there is not found"));
            assertThat(user.get("/api/v1/usage").body().at("/usage/0/datachange").asLong())
                    .as("what came twice counts once")
                    .isEqualTo(4096 - 1024);
        }
    }

    private static void assertDone(Guest guest, String line, String type) {
        Guest.Answer task =
                await().atMost(Duration.ofSeconds(30))
                        .until(
                                () -> guest.get("/api/v1/task/" + line.replace("task ", "")),
                                answer -> answer.text("status").equals("succeeded"));
        assertThat(task.text("type")).isEqualTo(type);
    }

    /** Somebody who registers by invitation and a mailed code. */
    private Guest.Answer registered() {
        String email = Names.fresh() + "@example.org";
        String address = "{\"email\": \"%s\"}".formatted(email);
        Guest guest = Guest.at(berth, "127.0.0.1");
        MailDirectory mail = MailDirectory.of(berth);
        mail.letter(
                email, () -> guest.with(berth.secret("cli-token")).post("/api/v1/member", address));
        String code = mail.code(email, () -> guest.post("/api/auth/send-code", address));
        return guest.post(
                "/api/auth/register",
                "{\"email\": \"%s\", \"code\": \"%s\", \"password\": \"password of %s\"}"
                        .formatted(email, code, UUID.randomUUID()));
    }

    private Command.Result cluster(Path directory, String user, TestWorker worker) {
        return run(
                "inner-client.sh",
                directory,
                Map.of(
                        "INNER",
                        "http://127.0.0.1:" + berth.port("inner"),
                        "TOKEN",
                        berth.secret("service-token"),
                        "USER_ID",
                        user,
                        "WORKER",
                        worker.id()));
    }

    private Command.Result console(Path directory, String digest, Path source) {
        Map<String, String> environment =
                Map.ofEntries(
                        entry("CONSOLE", "http://127.0.0.1:" + berth.port("outer")),
                        entry("INBOX", MailDirectory.of(berth).directory().toString()),
                        entry("EMAIL", EMAIL),
                        entry("PASSWORD", secret(Secret.Kind.ACCOUNT, "password")),
                        entry("PASSPHRASE", secret(Secret.Kind.WORKER, "passphrase")),
                        entry("SAFE", directory.resolve("safe").toString()),
                        entry("NAME", Names.fresh()),
                        entry("PROGRAM", "\"source\": \"sha256:" + digest + "\""),
                        entry(
                                "PUBLISH",
                                "curl -sS --fail-with-body -o /dev/null -T "
                                        + source
                                        + " -H \"Authorization: Bearer $TOKEN\""
                                        + " $CONSOLE/api/v1/source/"
                                        + digest));
        return run("console-client.sh", directory, environment);
    }

    private String secret(Secret.Kind kind, String name) {
        return berth.secrets().add(kind, "older client's " + name, name + UUID.randomUUID());
    }

    private static Command.Result run(
            String script, Path directory, Map<String, String> environment) {
        Path file = Path.of("src/test/resources", script).toAbsolutePath();
        return new Command(directory, environment).run(List.of("sh", file.toString()));
    }
}
