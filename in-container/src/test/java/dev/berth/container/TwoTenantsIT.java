package dev.berth.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.container.Client.Answer;
import dev.berth.container.FollowedEvents.Block;
import dev.berth.container.ForeignCalls.Call;
import dev.berth.container.ForeignCalls.Template;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever somebody asks about what another tenant has, he is answered as if nobody had it: the
 * same status, headers and body.
 */
class TwoTenantsIT extends DeployedGateways {

    private static final int CALLS = Integer.getInteger("berth.foreign-calls", 1_000);
    private static final long SEED = Long.getLong("berth.foreign-calls.seed", 4);
    private static final String HOLE = ForeignCalls.HOLE;
    private static final String DEPLOY = "/api/v1/worker/deploy";
    private static final String IMAGE = "\"image\": \"registry.invalid/app:1\"";

    private Holdings alices;
    private Account bob;
    private String bobsWorker;

    @BeforeEach
    void register() {
        alices = new Holdings(outer);
        bob = Account.register(outer);
        bobsWorker = bob.worker();
    }

    @Test
    void whatIsSomebodyElsesAnswersLikeWhatIsNotThere() {
        ForeignCalls calls =
                new ForeignCalls(
                        OpenApi.of(management), elsewhere(), alices.foreign(), new Random(SEED));
        List<String> before = alices.state();

        for (int n = 0; n < CALLS; n++) {
            Call call = calls.next();
            Answer foreign = call.known(client(call));
            Answer absent = call.unknown(client(call));
            assertThat(Masked.of(foreign, call.foreign().known()))
                    .as("call %d of seed %d: %s", n, SEED, call)
                    .isEqualTo(Masked.of(absent, call.foreign().unknown()));
        }

        assertThat(alices.state()).isEqualTo(before);
    }

    /** Those that prove in a header who asks show nothing else that does. */
    private Client client(Call call) {
        return call.template().kind().equals("bearer") || isSigned(call)
                ? bob.here()
                : bob.client();
    }

    private static boolean isSigned(Call call) {
        return call.template().headers().stream()
                .anyMatch(List.of("X-Berth-Signature", "X-Combinator-Signature")::contains);
    }

    private List<Template> elsewhere() {
        String bobs = "/api/v1/worker/" + bobsWorker;
        String toBobs = "{\"worker_id\": \"" + bobsWorker + "\", ";
        return List.of(
                new Template("user", "DELETE", "/api/v1/member?id=HOLE", ""),
                new Template("project", "GET", "/api/v1/worker?project=HOLE", ""),
                new Template("worker", "GET", "/api/v1/audit?target=HOLE", ""),
                new Template("user", "GET", "/api/v1/audit?actor=HOLE", ""),
                new Template("project", "POST", "/api/v1/worker", inProject("")),
                new Template("project", "POST", "/api/v1/worker/plan", inProject(", " + IMAGE)),
                new Template("project", "PATCH", bobs, "{\"project\": \"HOLE\"}"),
                new Template("source", "POST", DEPLOY, toBobs + "\"source\": \"sha256:HOLE\"}"),
                new Template("user", "POST", DEPLOY, toBobs + IMAGE + ", \"user_uid\": \"HOLE\"}"),
                new Template("source", "PUT", "/api/v1/source/HOLE", "another"),
                new Template("version", "POST", bobs + "/rollback", "{\"version_id\": HOLE}"),
                new Template("version", "GET", bobs + "/logs?version_id=HOLE", ""),
                new Template("tenant", "GET", "/api/v1/worker", "", "X-Berth-Tenant", HOLE),
                new Template("tenant", "GET", "/api/v1/events", "", "X-Berth-Tenant", HOLE),
                new Template("tenant", "POST", DEPLOY, "{}", "X-Berth-Tenant", HOLE),
                new Template("key", "POST", bobs + "/promote", "", "Idempotency-Key", HOLE),
                new Template("bearer", "GET", "/api/v1/worker", "", "Authorization", bearer()),
                new Template("bearer", "GET", "/api/v1/events", "", "Authorization", bearer()),
                new Template(
                        "worker", "GET", bobs, "", "X-Forwarded-Host", HOLE + ".worker.localhost"),
                signedAsAlice(DEPLOY, 1),
                signedAsAlice("/api/v1/worker", 2));
    }

    private static String bearer() {
        return "Bearer " + HOLE;
    }

    private static String inProject(String more) {
        return "{\"worker_name\": \"not-made\", \"project\": \"HOLE\"" + more + "}";
    }

    /** Bob signs with his key, and says that he is her. */
    private Template signedAsAlice(String path, int version) {
        Signing alice = new Signing(HOLE, bob.key());
        String body = version == 1 ? "{\"worker_id\": \"0badcafe\", " + IMAGE + "}" : "";
        String[] signed =
                version == 1
                        ? alice.one(body.getBytes(UTF_8), System.currentTimeMillis())
                        : alice.two("GET", path, "", Signing.digest(new byte[0]));
        // the client says itself that it sends JSON
        String[] headers = Stream.of(signed).skip(2).toArray(String[]::new);
        return new Template("user", version == 1 ? "POST" : "GET", path, body, headers);
    }

    @Test
    void sourceThatSomebodyElseHasIsNewToWhoUploadsIt() {
        String path = "/api/v1/source/" + Signing.digest(alices.archive());

        Answer uploaded =
                bob.client()
                        .call("PUT", path, alices.archive(), "Content-Type", "application/gzip");

        assertThat(uploaded.status()).isEqualTo(201);
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void streamThatGoesOnFromSomebodyElsesEventHasNoneOfHis() {
        Account alice = alices.owner();
        String place;
        try (FollowedEvents hers = new FollowedEvents(alice.client().events(""))) {
            alice.deploy(alices.foreign().get("worker").known());
            place = hers.event().id();
        }

        HttpResponse<Stream<String>> unknown = bob.client().events("1.1");
        unknown.body().close();
        HttpResponse<Stream<String>> stream = bob.client().events(place);
        try (FollowedEvents events = new FollowedEvents(stream)) {
            alice.deploy(alices.foreign().get("worker").known());
            bob.deploy(bobsWorker);
            Block first = events.event();
            while (first.data().at("/data/worker_id").isMissingNode()) {
                // about himself
                first = events.event();
            }

            assertThat(stream.statusCode()).isEqualTo(unknown.statusCode());
            assertThat(first.data().at("/data/worker_id").asText()).isEqualTo(bobsWorker);
        }
    }

    @Test
    void keyThatSomebodyElseUsedIsNewToEverybodyElse() {
        String name = "p" + UUID.randomUUID().toString().substring(0, 8);
        String key = alices.foreign().get("key").known();

        Answer made =
                bob.client()
                        .call(
                                "POST",
                                "/api/v1/project",
                                "{\"name\": \"%s\"}".formatted(name),
                                "Idempotency-Key",
                                key);

        assertThat(made.text("name")).isEqualTo(name);
        assertThat(made.header("Idempotency-Replayed")).isEmpty();
    }
}
