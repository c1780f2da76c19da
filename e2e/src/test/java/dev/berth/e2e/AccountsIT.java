package dev.berth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.e2e.Guest.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** People come by invitation, work in each other's tenants, and see nothing of anybody else's. */
@TestInstance(Lifecycle.PER_CLASS)
class AccountsIT {

    private static final String ADA = "ada@example.org";
    private static final String PASSWORD = "correct horse " + UUID.randomUUID();
    private static final String ANOTHER = "another " + UUID.randomUUID();
    private static final String HERE = "127.0.0.1";
    private static final String ELSEWHERE = "127.0.0.2";
    private static final String PROXY = "127.0.0.3";
    private static final Pattern TENANT = Pattern.compile("--tenant ([0-9a-f-]{36})");

    private StartedBerth berth;
    private MailDirectory mail;
    private Guest admin;
    private Guest ada;
    private String adminsTenant;
    private String adminsWorker;
    private String adasWorker;

    @BeforeAll
    void adaRegistersByTheCommandLine(@TempDir Path home) throws IOException {
        berth = SharedBerth.get();
        mail = MailDirectory.of(berth);
        admin = Guest.at(berth, HERE).with(berth.secret("cli-token"));
        String invitation =
                mail.letter(
                        ADA,
                        () ->
                                berth.berth("members", "add", ADA, "--role", "developer")
                                        .succeeded());
        Matcher tenant = TENANT.matcher(invitation);
        assertThat(tenant.find()).as(invitation).isTrue();
        adminsTenant = tenant.group(1);
        String code = mail.code(ADA, () -> register(home).succeeded());
        Path password = Files.writeString(home.resolve("password"), PASSWORD);
        Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-------"));
        register(home, "--code", code, "--password-file", password.toString()).succeeded();
        ada = Guest.at(berth, HERE).with(session(ADA, PASSWORD));
        adminsWorker = worker(admin, "of-admin");
        adasWorker = worker(ada, "of-ada");
    }

    private Command.Result register(Path home, String... more) {
        List<String> arguments =
                List.of(
                        "register",
                        "--email",
                        ADA,
                        "--home",
                        home.toString(),
                        "--url",
                        "http://127.0.0.1:" + berth.port("outer"));
        return berth.berth(
                Stream.concat(arguments.stream(), List.of(more).stream()).toArray(String[]::new));
    }

    @Test
    void nobodyComesInWhoIsNotInvitedAndNobodyLearnsWhoIs() {
        Guest stranger = Guest.at(berth, HERE);
        String body =
                "{\"email\": \"%s\", \"code\": \"000000\", \"password\": \"nobody's password\"}";

        Answer sent = send(stranger, "eve@example.org");
        Answer refused = stranger.post("/api/auth/register", body.formatted("eve@example.org"));
        Answer known = stranger.post("/api/auth/register", body.formatted(ADA));

        assertThat(sent.status()).isEqualTo(200);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(known).isEqualTo(refused);
        assertThat(mail.count("eve@example.org")).isZero();
    }

    @Test
    void everybodySeesHisOwnWorkersAlone() {
        assertThat(ada.get("/api/worker").body().findValuesAsText("worker_id"))
                .containsExactly(adasWorker);
        assertThat(admin.get("/api/worker?limit=100").body().findValuesAsText("worker_id"))
                .contains(adminsWorker)
                .doesNotContain(adasWorker);
    }

    @Test
    void idOfAnotherTenantAnswersLikeOneThatThereIsNot() {
        List<String> calls =
                List.of(
                        "GET /api/v1/worker/ID",
                        "DELETE /api/v1/worker/ID",
                        "GET /api/v1/worker/ID/logs",
                        "GET /api/v1/worker/ID/manifest",
                        "POST /api/v1/worker/ID/rollback {\"version_id\": 1}",
                        "POST /api/v1/worker/ID/promote {}",
                        "POST /api/v1/worker/ID/abort {}",
                        "POST /api/v1/worker/deploy {\"worker_id\": \"ID\", \"image\": \"x:1\"}",
                        "POST /api/v1/worker/plan {\"worker_id\": \"ID\", \"image\": \"x:1\"}");

        assertThat(calls)
                .allSatisfy(
                        call -> {
                            Answer foreign = call(call, adminsWorker);
                            assertThat(foreign.status()).isEqualTo(404);
                            assertThat(masked(foreign, adminsWorker))
                                    .isEqualTo(masked(call(call, "0badcafe"), "0badcafe"));
                        });
        assertThat(admin.get("/api/v1/worker/" + adminsWorker).status()).isEqualTo(200);
    }

    private Answer call(String call, String id) {
        String[] parts = call.replace("ID", id).split(" ", 3);
        return ada.call(parts[0], parts[1], parts.length > 2 ? parts[2] : "");
    }

    private static String masked(Answer answer, String id) {
        return answer.status() + answer.body().toString().replace(id, "ID");
    }

    @Test
    void memberWorksInAnotherTenantAsFarAsHisRoleGoes() {
        Guest there = ada.actingFor(adminsTenant);

        assertThat(there.get("/api/v1/worker/" + adminsWorker).status()).isEqualTo(200);
        assertThat(there.get("/api/v1/worker/" + adasWorker).status()).isEqualTo(404);
        assertThat(there.post("/api/v1/project", "{\"name\": \"shop\"}").status()).isEqualTo(403);
        assertThat(there.post("/api/v1/member", "{\"email\": \"eve@example.org\"}").status())
                .isEqualTo(403);
        assertThat(worker(there, "by-ada")).isNotEmpty();
    }

    @Test
    void removedMemberFindsNoTenantFromHisNextRequestOn() {
        String bob = "bob@example.org";
        mail.letter(bob, () -> invite(admin, bob));
        String code = mail.code(bob, () -> send(Guest.at(berth, HERE), bob));
        Answer registered =
                Guest.at(berth, HERE)
                        .post(
                                "/api/v1/auth/register",
                                "{\"email\": \"%s\", \"code\": \"%s\", \"password\": \"%s\"}"
                                        .formatted(bob, code, PASSWORD));
        assertThat(registered.status()).isEqualTo(200);
        assertThat(registered.text("email")).isEqualTo(bob);
        Guest there = Guest.at(berth, HERE).with(registered.text("token")).actingFor(adminsTenant);
        assertThat(there.get("/api/v1/worker").status()).isEqualTo(200);

        Command.Result removed = berth.berth("members", "remove", bob);

        removed.succeeded();
        Answer gone = there.get("/api/v1/worker");
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.text("detail")).isEqualTo("there is no tenant '" + adminsTenant + "'");
    }

    @Test
    void whoGuessesIsSlowedDownWhereHeIsAndNowhereElse() {
        Guest attacker = Guest.at(berth, ELSEWHERE);
        guessUntilSlowed(_ -> attacker, ADA);

        Answer slowed = login(attacker, ADA, PASSWORD);

        assertThat(slowed.status()).isEqualTo(429);
        assertThat(Integer.parseInt(slowed.retryAfter())).isPositive();
        assertThat(login(Guest.at(berth, HERE), ADA, PASSWORD).status()).isEqualTo(200);
    }

    @Test
    void proxyIsBelievedFromWhereItsClientsCome() {
        String nobody = "nobody@example.org";
        Guest proxy = Guest.at(berth, PROXY);

        guessUntilSlowed(_ -> proxy.onBehalfOf("203.0.113.9"), nobody);

        assertThat(login(proxy.onBehalfOf("203.0.113.8"), nobody, "guessed wrongly").status())
                .isEqualTo(401);
    }

    @Test
    void nobodyElseIsBelievedThatHeIsSomewhereElse() {
        String nobody = "nobody-else@example.org";
        Guest liar = Guest.at(berth, ELSEWHERE);

        guessUntilSlowed(n -> liar.onBehalfOf("203.0.113." + n), nobody);
    }

    /** The first pauses are short: on a busy machine a guess may come after its own. */
    private static void guessUntilSlowed(IntFunction<Guest> guests, String email) {
        assertThat(
                        IntStream.range(0, 12)
                                .mapToObj(guests)
                                .map(guest -> login(guest, email, "guessed wrongly").status())
                                .anyMatch(status -> status == 429))
                .isTrue();
    }

    @Test
    void anotherPasswordEndsAllSessions() {
        String cy = "cy@example.org";
        mail.letter(cy, () -> invite(admin, cy));
        Guest guest = Guest.at(berth, HERE);
        String body = "{\"email\": \"%s\", \"code\": \"%s\", \"password\": \"%s\"}";
        String first = mail.code(cy, () -> send(guest, cy));
        Answer registered = guest.post("/api/auth/register", body.formatted(cy, first, PASSWORD));
        Guest session = guest.with(registered.text("token"));
        assertThat(session.get("/api/worker").status()).isEqualTo(200);
        String second = mail.code(cy, () -> send(guest, cy));

        Answer reset = guest.post("/api/auth/reset-password", body.formatted(cy, second, ANOTHER));

        assertThat(reset.status()).isEqualTo(200);
        assertThat(session.get("/api/worker").status()).isEqualTo(401);
        assertThat(login(guest, cy, PASSWORD).status()).isEqualTo(401);
        assertThat(login(guest, cy, ANOTHER).status()).isEqualTo(200);
    }

    @Test
    void quotaOfWhoRegisteredIsShownAndHolds() {
        Answer quotas = ada.get("/api/v1/quota");
        Answer refused =
                ada.post(
                        "/api/worker",
                        "{\"worker_name\": \"huge\", \"assigned_memory\": \"100Gi\"}");

        assertThat(quotas.body().findValuesAsText("quota"))
                .contains("workers", "replicas", "memory", "source_bytes", "projects", "members");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.retryAfter()).isNotEmpty();
        assertThat(refused.text("detail")).contains("the quota 'memory' is 21474836480");
        assertThat(berth.berth("quota").succeeded()).contains("workers", "none");
    }

    private static void invite(Guest by, String email) {
        assertThat(by.post("/api/v1/member", "{\"email\": \"%s\"}".formatted(email)).status())
                .isEqualTo(200);
    }

    private static Answer send(Guest guest, String email) {
        return guest.post("/api/auth/send-code", "{\"email\": \"%s\"}".formatted(email));
    }

    private String session(String email, String password) {
        return login(Guest.at(berth, HERE), email, password).text("token");
    }

    private static Answer login(Guest guest, String email, String password) {
        return guest.post(
                "/api/auth/login",
                "{\"email\": \"%s\", \"password\": \"%s\"}".formatted(email, password));
    }

    private static String worker(Guest guest, String name) {
        return guest.post("/api/worker", "{\"worker_name\": \"%s\"}".formatted(name))
                .text("worker_id");
    }
}
