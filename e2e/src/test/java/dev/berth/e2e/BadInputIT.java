package dev.berth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a developer may get wrong, and what he is told. */
class BadInputIT {

    private static final int MEBIBYTE = 1 << 20;

    private final Client client = new Client(SharedBerth.get());

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void uploadOverTheLimitIsRefused() {
        byte[] archive = new byte[64 * MEBIBYTE + 1];

        Client.Answer answer = client.upload(archive);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.text("detail")).contains("64 MiB");
    }

    @Test
    void truncatedArchiveIsRefused() {
        byte[] whole = Sources.archive(Sources.manifest("true"));
        byte[] half = Arrays.copyOf(whole, whole.length / 2);

        Client.Answer answer = client.upload(half);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("detail")).contains("cut off");
    }

    @Test
    void archiveWithAnotherDigestIsRefused() {
        byte[] archive = Sources.archive(Sources.manifest("true"));

        Client.Answer answer = client.upload("0".repeat(64), archive);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("detail")).contains(Sources.digest(archive));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "a/../../evil", "/etc/evil"})
    void pathThatLeavesTheArchiveIsRefused(String path) {
        Client.Answer answer = client.upload(Sources.archive(Sources.file(path, "")));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("detail")).contains("evil");
    }

    @Test
    void symbolicLinkInTheArchiveIsRefused() {
        byte[] archive =
                Sources.archive(Sources.special("link", TarConstants.LF_SYMLINK, "/etc/passwd"));

        Client.Answer answer = client.upload(archive);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("detail")).contains("link");
    }

    @Test
    void deviceInTheArchiveIsRefused() {
        byte[] archive = Sources.archive(Sources.special("null", TarConstants.LF_CHR, ""));

        Client.Answer answer = client.upload(archive);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("detail")).contains("null");
    }

    @Test
    void commandThatExitsAtOnceIsTold() {
        assertThat(failureOf("sh", "-c", "echo no luck; exit 3"))
                .contains("exited with code 3", "no luck");
    }

    @Test
    void commandThatDoesNotExistIsTold() {
        assertThat(failureOf("nosuchcommand")).contains("nosuchcommand");
    }

    @Test
    void programThatNeverListensIsTold() {
        assertThat(failureOf("sleep", "600")).contains("does not listen", "PORT");
    }

    @Test
    void programThatListensOnAnotherPortIsTold() {
        int other = Ports.free(1).getFirst();

        String failure = failureOf("java", "Server.java", Integer.toString(other), "0");

        assertThat(failure).contains("listens on port " + other, "PORT");
    }

    @Test
    void programThatListensLateIsWaitedFor() {
        assertThat(deploy("java", "Server.java", "PORT", "1500").text("status"))
                .isEqualTo("success");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tab\\there", "\\u0000", "caf\u00e9", "\uD83D\uDEA2", "-dash", "UPPER", ""})
    void nameThatIsNoNameIsRefused(String name) {
        Client.Answer answer = create(name);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo("/worker_name");
    }

    @Test
    void nameOfThreeHundredCharactersIsRefused() {
        Client.Answer answer = create("a".repeat(300));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo("/worker_name");
    }

    @Test
    void manifestWithAnUnknownMemberIsRefusedWithItsPointer() {
        byte[] archive =
                Sources.archive(
                        Sources.file(
                                "app-manifest.json",
                                """
                                {"appName": "App", "components":
                                 [{"name": "app", "type": "backend", "prot": 8080}]}
                                """));

        Client.Answer answer = deploy(archive);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/errors/0/pointer").asText()).startsWith("/components/0");
        assertThat(answer.body().at("/errors/0").toString()).contains("prot");
    }

    @Test
    void manifestWithAPortInQuotesIsRefusedWithItsPointer() {
        byte[] archive =
                Sources.archive(
                        Sources.file(
                                "app-manifest.json",
                                """
                                {"appName": "App", "components":
                                 [{"name": "app", "type": "backend", "port": "3000"}]}
                                """));

        Client.Answer answer = deploy(archive);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body().at("/errors/0/pointer").asText()).isEqualTo("/components/0/port");
    }

    @Test
    void unknownRuntimeIsRefusedAndTheKnownOnesAreNamed() {
        Client.Answer answer =
                client.post(
                        "/api/v1/worker",
                        "{\"worker_name\": \"%s\", \"runtime\": \"mainframe\"}"
                                .formatted(Names.fresh()));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("detail")).contains("process");
    }

    private String failureOf(String... command) {
        Client.Answer version = deploy(command);

        assertThat(version.text("status")).isEqualTo("error");
        return version.text("msg") + version.text("message");
    }

    /** Deploys a program to a worker of its own and returns its version once it is settled. */
    private Client.Answer deploy(String... command) {
        byte[] archive = Sources.archive(Sources.manifest(command), Sources.server());
        TestWorker worker = TestWorker.create(client);
        return worker.settled(worker.deploy(archive, Map.of()));
    }

    private Client.Answer deploy(byte[] archive) {
        return TestWorker.create(client).deploy(archive, Map.of());
    }

    private Client.Answer create(String name) {
        return TestWorker.create(client, name);
    }
}
