package dev.berth.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.container.Client.Answer;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of deployments that are signed as older clients do it, and as attackers do. */
class SignatureOneHttpIT extends DeployedGateways {

    private static final String WORKERS = "/api/worker";
    private static final String DEPLOY = WORKERS + "/deploy";
    private static final long OFF = Duration.ofMinutes(5).plusSeconds(5).toMillis();

    private Signing ada = new Signing("", "");
    private String worker = "";

    @BeforeEach
    void issueKey() {
        ada = signing();
        worker = worker("w" + UUID.randomUUID().toString().substring(0, 8));
    }

    @Test
    void signatureTakesThePlaceOfAToken() {
        byte[] body = body("\"user_uid\": \"%s\"".formatted(ada.user()));

        Answer answer = deploy(body, ada.one(body, now()));

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
        assertThat(answer.text("worker_id")).isEqualTo(worker);
        assertThat(answer.text("status")).isEqualTo("loading");
        assertThat(versions()).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {DEPLOY, "/api/v1/worker/deploy"})
    void replayedRequestIsRefused(String path) {
        byte[] body = body();
        String[] headers = ada.one(body, now());
        assertThat(deploy(body, headers).status()).isEqualTo(200);

        Answer replayed = outer.call("POST", path, body, headers);

        assertThat(replayed.status()).isEqualTo(401);
        assertThat(versions()).isOne();
    }

    @Test
    void doubledRequestHasOneEffect() {
        byte[] body = body();
        String[] headers = ada.one(body, now());

        List<Integer> statuses =
                Stream.generate(() -> headers)
                        .limit(8)
                        .parallel()
                        .map(same -> deploy(body, same).status())
                        .toList();

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 401);
        assertThat(versions()).isOne();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1})
    void requestOfAnotherTimeIsRefused(long way) {
        byte[] body = body();

        assertThat(deploy(body, ada.one(body, now() + way * OFF)).status()).isEqualTo(401);
        assertThat(deploy(body, ada.one(body, now() + way * (OFF - 10_000))).status())
                .isEqualTo(200);
    }

    @Test
    void requestOfSomebodyElseIsRefusedWhoeverHeIs() {
        byte[] body = body();
        Signing nobody = new Signing(UUID.randomUUID().toString(), ada.key());
        Signing forger = new Signing(ada.user(), "bk_" + "a".repeat(43));

        Answer unknown = deploy(body, id(nobody.one(body, now())));
        Answer forged = deploy(body, id(forger.one(body, now())));

        assertThat(unknown.status()).isEqualTo(401);
        assertThat(unknown.body()).isEqualTo(forged.body());
        assertThat(versions()).isZero();
    }

    @Test
    void keyThatWasRotatedIsOfNoUse() {
        byte[] body = body();
        Signing old = ada;
        Signing fresh = signing();

        assertThat(deploy(body, old.one(body, now())).status()).isEqualTo(401);
        assertThat(deploy(body, fresh.one(body, now())).status()).isEqualTo(200);
    }

    @Test
    void truncatedRequestIsRefused() {
        byte[] body = body();
        long now = now();
        String[] headers = ada.one(body, now);
        String signature = headers[7];

        assertThat(deploy(Arrays.copyOf(body, body.length - 1), headers).status()).isEqualTo(401);
        assertThat(deploy(new byte[0], headers).status()).isEqualTo(401);
        assertThat(deploy(body, ada.headers(now, signature.substring(1))).status()).isEqualTo(401);
        assertThat(deploy(body, ada.headers(now / 10, signature)).status()).isEqualTo(401);
        assertThat(deploy(body, Arrays.copyOf(headers, 6)).status()).isEqualTo(401);
        assertThat(versions()).isZero();
    }

    @Test
    void digitsCannotMoveFromTheTimestampIntoTheBody() {
        byte[] body = body();
        String timestamp = Long.toString(now());
        String[] headers = ada.one(body, Long.parseLong(timestamp));
        byte[] longer = (new String(body, UTF_8) + timestamp.charAt(0)).getBytes(UTF_8);
        headers[5] = timestamp.substring(1);

        assertThat(deploy(longer, headers).status()).isEqualTo(401);
    }

    @Test
    void signatureInAnotherWritingIsNoOther() {
        byte[] body = body();
        String[] headers = ada.one(body, now());
        deploy(body, headers);
        String signature = headers[7];
        // the two last bits of the last character say nothing
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int last = alphabet.indexOf(signature.charAt(42));

        for (int other = 1; other < 4; other++) {
            headers[7] = signature.substring(0, 42) + alphabet.charAt(last ^ other);
            assertThat(deploy(body, headers).status()).isEqualTo(401);
        }
        headers[7] = signature + "=";
        assertThat(deploy(body, headers).status()).isEqualTo(401);
        assertThat(versions()).isOne();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 6})
    void headerThatIsThereTwiceIsRefused(int header) {
        byte[] body = body();
        String[] headers = ada.one(body, now());

        String[] doubled = Signing.and(headers, headers[header], headers[header + 1]);

        assertThat(deploy(body, doubled).status()).isEqualTo(401);
    }

    @Test
    void reorderedMembersAreAnotherRequest() {
        byte[] body = "{\"image\": \"a\", \"worker_id\": \"b\"}".getBytes(UTF_8);
        byte[] other = "{\"worker_id\": \"b\", \"image\": \"a\"}".getBytes(UTF_8);

        assertThat(deploy(other, ada.one(body, now())).status()).isEqualTo(401);
    }

    @Test
    void requestsMayComeInAnotherOrderThanTheyWereSigned() {
        byte[] first = body("\"commit_sha\": \"1\"");
        byte[] second = body("\"commit_sha\": \"2\"");
        String[] earlier = ada.one(first, now() - 1000);
        String[] later = ada.one(second, now());

        assertThat(deploy(second, later).status()).isEqualTo(200);
        assertThat(deploy(first, earlier).status()).isEqualTo(200);
        assertThat(deploy(second, later).status()).isEqualTo(401);
    }

    @Test
    void signatureDecidesEvenBesideAToken() {
        byte[] body = body();
        String[] wrong = ada.headers(now(), "a".repeat(42) + "A");

        assertThat(developer().call("POST", DEPLOY, body, wrong).status()).isEqualTo(401);
        String[] right = Signing.and(ada.one(body, now()), "Authorization", "Bearer bt_no");
        assertThat(deploy(body, right).status()).isEqualTo(200);
    }

    @Test
    void otherRoutesWantATokenAndPayTheSignatureNoHeed() {
        byte[] body = "{\"worker_name\": \"not a name\"}".getBytes(UTF_8);
        String[] right = ada.one(body, now());

        assertThat(outer.call("POST", WORKERS, body, right).status()).isEqualTo(401);
        assertThat(developer().call("POST", WORKERS, body, ada.headers(1, "no")).status())
                .isEqualTo(400);
        assertThat(developer().call("POST", WORKERS, body, right).status()).isEqualTo(400);
    }

    @Test
    void userInTheBodyMustBeTheSigner() {
        byte[] body = body("\"user_uid\": \"%s\"".formatted(UUID.randomUUID()));

        Answer answer = deploy(body, ada.one(body, now()));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.pointer()).isEqualTo("/user_uid");
    }

    @Test
    void bodyThatIsTooLongIsNotHashed() {
        byte[] body = " ".repeat(1024 * 1024 + 1).getBytes(UTF_8);

        assertThat(deploy(body, ada.headers(now(), "A".repeat(43))).status()).isEqualTo(413);
    }

    @Test
    void repetitionWithTheSameIdempotencyKeyGetsItsAnswer() {
        byte[] body = body();
        String[] headers = ada.one(body, now());
        String key = UUID.randomUUID().toString();
        Answer first = deploy(body, Signing.and(headers, "Idempotency-Key", key));

        Answer again = deploy(body, Signing.and(headers, "Idempotency-Key", key));

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(deploy(body, Signing.and(headers, "Idempotency-Key", key + "x")).status())
                .isEqualTo(401);
        assertThat(deploy(body, headers).status()).isEqualTo(401);
        assertThat(versions()).isOne();
    }

    private Answer deploy(byte[] body, String... headers) {
        return outer.call("POST", DEPLOY, body, headers);
    }

    private static String[] id(String... headers) {
        return Signing.and(headers, "X-Request-Id", "same");
    }

    private byte[] body(String... more) {
        String members =
                String.join(
                        ", ",
                        Signing.and(
                                new String[] {
                                    "\"worker_id\": \"%s\"".formatted(worker),
                                    "\"image\": \"registry.invalid/app:1\"",
                                    "\"port\": 8080"
                                },
                                more));
        return ("{" + members + "}").getBytes(UTF_8);
    }

    private int versions() {
        return developer().get(WORKERS + "/" + worker).body().path("total").asInt();
    }

    private static long now() {
        return System.currentTimeMillis();
    }
}
