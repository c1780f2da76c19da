package dev.berth.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.container.Client.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of requests that are signed with version 2. */
class SignatureTwoHttpIT extends DeployedGateways {

    private static final String WORKERS = "/api/v1/worker";
    private static final String PROJECTS = "/api/v1/project";
    private static final int CROWD = 50;
    // more than five minutes, and not much more
    private static final long OFF = 305_000;
    private static final byte[] NOTHING = {};
    private static final String NO_BODY = Signing.digest(NOTHING);
    private static final Path PAGE = Path.of("../docs/signatures.md");
    private static final Pattern SHELL = Pattern.compile("(?ms)^```sh\\n(.*?)^```$");

    @TempDir private Path directory;

    private Signing ada = new Signing("", "");

    @BeforeEach
    void issueKey() {
        ada = signing();
    }

    @Test
    void everyRouteTakesIt() {
        byte[] body = "{\"worker_name\": \"%s\"}".formatted(name()).getBytes(UTF_8);

        Answer made =
                outer.call(
                        "POST", WORKERS, body, ada.two("POST", WORKERS, "", Signing.digest(body)));

        assertThat(made.status()).as("%s", made.body()).isEqualTo(200);
        String path = WORKERS + "/" + made.text("worker_id");
        assertThat(call("GET", path, "offset=0").status()).isEqualTo(200);
        assertThat(call("DELETE", path, "").status()).isEqualTo(200);
        assertThat(call("GET", "/api/task", "").status()).isEqualTo(200);
        assertThat(call("POST", "/api/auth/rotate-key", "").status()).isEqualTo(200);
        assertThat(call("GET", "/api/task", "").status()).as("the key was rotated").isEqualTo(401);
    }

    @Test
    void whatIsSignedIsTheRequestAndNoOther() {
        String[] headers = ada.two("GET", WORKERS, "limit=10&offset=0", NO_BODY);

        assertThat(status("GET", WORKERS + "?limit=10&offset=1", headers)).isEqualTo(401);
        assertThat(status("GET", WORKERS + "?offset=0&limit=10", headers)).isEqualTo(401);
        assertThat(status("GET", WORKERS, headers)).isEqualTo(401);
        assertThat(status("GET", "/api/worker?limit=10&offset=0", headers)).isEqualTo(401);
        assertThat(status("GET", "/api/v1/tokens?limit=10&offset=0", headers)).isEqualTo(401);
        assertThat(status("POST", WORKERS + "?limit=10&offset=0", headers)).isEqualTo(401);
        assertThat(status("GET", WORKERS + "?limit=10&offset=0", headers)).isEqualTo(200);
    }

    @Test
    void bodyThatWasChangedIsRefused() {
        byte[] body = "{\"worker_name\": \"%s\"}".formatted(name()).getBytes(UTF_8);
        byte[] other = "{\"worker_name\": \"%s\"}".formatted(name()).getBytes(UTF_8);

        String[] headers = ada.two("POST", WORKERS, "", Signing.digest(body));

        assertThat(outer.call("POST", WORKERS, other, headers).status()).isEqualTo(401);
        assertThat(outer.call("POST", WORKERS, body, headers).status()).isEqualTo(200);
        assertThat(outer.call("POST", WORKERS, body, headers).status()).isEqualTo(401);
    }

    @Test
    void nonceIsGoodOnceWhateverIsSignedWithIt() {
        String nonce = UUID.randomUUID().toString();

        int first = status("GET", WORKERS, ada.two("GET", WORKERS, "", NO_BODY, nonce));
        int second = status("GET", "/api/task", ada.two("GET", "/api/task", "", NO_BODY, nonce));

        assertThat(List.of(first, second)).containsExactly(200, 401);
    }

    @Test
    void doubledRequestHasOneEffect() {
        byte[] body = "{\"name\": \"%s\"}".formatted(name()).getBytes(UTF_8);
        String[] headers = ada.two("POST", PROJECTS, "", Signing.digest(body));

        assertThat(atOnce(body, headers).map(Answer::status))
                .containsOnlyOnce(200)
                .containsOnly(200, 401);
    }

    @Test
    void doubledRequestWithAnIdempotencyKeyHasOneEffectAndEqualAnswers() {
        byte[] body = "{\"name\": \"%s\"}".formatted(name()).getBytes(UTF_8);
        String[] signed = ada.two("POST", PROJECTS, "", Signing.digest(body));
        String[] headers = Signing.and(signed, "Idempotency-Key", name());

        List<Answer> answers = atOnce(body, headers).toList();

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers).extracting(Answer::body).containsOnly(answers.getFirst().body());
    }

    private Stream<Answer> atOnce(byte[] body, String... headers) {
        return Stream.generate(() -> headers)
                .limit(CROWD)
                .parallel()
                .map(same -> outer.call("POST", PROJECTS, body, same));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1})
    void requestOfAnotherTimeIsRefused(long way) {
        long now = System.currentTimeMillis();

        assertThat(status("GET", WORKERS, at(now + way * OFF))).isEqualTo(401);
        assertThat(status("GET", WORKERS, at(now + way * (OFF - 10_000)))).isEqualTo(200);
    }

    private String[] at(long moment) {
        return ada.two("GET", WORKERS, "", NO_BODY, UUID.randomUUID().toString(), moment);
    }

    @Test
    void requestOfSomebodyElseIsRefusedWhoeverHeIs() {
        Signing nobody = new Signing(UUID.randomUUID().toString(), ada.key());
        Signing forger = new Signing(ada.user(), "bk_" + "a".repeat(43));

        Answer unknown =
                outer.call("GET", WORKERS, NOTHING, nobody.two("GET", WORKERS, "", NO_BODY));
        Answer forged =
                outer.call("GET", WORKERS, NOTHING, forger.two("GET", WORKERS, "", NO_BODY));

        assertThat(unknown.status()).isEqualTo(401);
        assertThat(Masked.of(forged, ada.user())).isEqualTo(Masked.of(unknown, nobody.user()));
    }

    @Test
    void headerOfAnotherFormIsRefusedEvenBesideAToken() {
        String[] good = ada.two("GET", WORKERS, "", NO_BODY);

        for (String bad :
                List.of(
                        "",
                        "v2",
                        "v1" + good[3].substring(2),
                        good[3].substring(0, good[3].length() - 1),
                        good[3] + " x",
                        good[3] + "A")) {
            assertThat(developer().call("GET", WORKERS, NOTHING, "X-Berth-Signature", bad).status())
                    .as(bad)
                    .isEqualTo(401);
        }
        String[] twice = Signing.and(good, good[2], good[3]);
        assertThat(status("GET", WORKERS, twice)).isEqualTo(401);
        String[] shortNonce = ada.two("GET", WORKERS, "", NO_BODY, "n".repeat(15));
        assertThat(status("GET", WORKERS, shortNonce)).isEqualTo(401);
    }

    @Test
    void uploadIsSignedByTheDigestInItsPath() {
        byte[] noArchive = name().getBytes(UTF_8);
        String path = "/api/v1/source/" + Signing.digest(noArchive);

        String[] right = ada.two("PUT", path, "", Signing.digest(noArchive));
        String[] wrong = ada.two("PUT", path, "", NO_BODY);

        assertThat(outer.call("PUT", path, noArchive, wrong).status()).isEqualTo(401);
        Answer other = outer.call("PUT", path, NOTHING, right);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("detail")).contains("its digest is");
        Answer replayed = outer.call("PUT", path, noArchive, right);
        assertThat(replayed.status()).isEqualTo(401);
    }

    @Test
    void examplesOfThePageWork() throws Exception {
        String script = String.join("\n", shell());
        ProcessBuilder builder = new ProcessBuilder("sh", "-e", "-c", script);
        builder.environment().put("BERTH", "http://127.0.0.1:" + TestServer.get().ports().outer());
        builder.environment().put("USER_ID", ada.user());
        builder.environment().put("SECRET_KEY", ada.key());
        builder.environment().put("WORKER", worker(name()));
        Path output = directory.resolve("output");

        int status =
                builder.directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start()
                        .waitFor();

        String said = Files.readString(output);
        assertThat(status).as(said).isZero();
        assertThat(said.split("version_id", -1)).as(said).hasSize(3);
        assertThat(said).contains("worker_name");
    }

    private static List<String> shell() {
        try {
            Matcher blocks = SHELL.matcher(Files.readString(PAGE));
            return blocks.results().map(block -> block.group(1)).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Answer call(String method, String path, String query) {
        String target = query.isEmpty() ? path : path + "?" + query;
        return outer.call(method, target, NOTHING, ada.two(method, path, query, NO_BODY));
    }

    private int status(String method, String path, String... headers) {
        return outer.call(method, path, NOTHING, headers).status();
    }

    private static String name() {
        return "w" + UUID.randomUUID().toString().substring(0, 8);
    }
}
