package dev.berth.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.container.Client.Answer;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What clients of Outer see who come where registration is open, and get mail by SMTP. */
class AccountsHttpIT extends DeployedGateways {

    private static final String PASSWORD = "correct horse";

    private final TestMail mail = TestServer.get().mail();
    private final String email = UUID.randomUUID() + "@example.org";

    @Test
    void whoRegistersByTheCodeOfHisMailHasAllThatHeNeeds() {
        Answer registered = register(email);

        assertThat(registered.status()).as("%s", registered.body()).isEqualTo(200);
        assertThat(registered.text("user_id")).isNotEmpty();
        assertThat(registered.text("email")).isEqualTo(email);
        Client user = outer.with(registered.text("token"));
        assertThat(user.get("/api/v1/project").body().findValuesAsText("name"))
                .containsExactly("default");
        assertThat(user.get("/api/v1/member").body().findValuesAsText("role"))
                .containsExactly("owner");
        assertThat(user.get("/api/v1/worker").header("X-Total-Count")).isEqualTo("0");
        assertThat(log()).doesNotContain(PASSWORD);
    }

    @Test
    void answerToASendCodeDoesNotTellWhetherTheAddressIsKnown() {
        String unknown = sendCode("unknown-" + email).body().toString();

        String known = sendCode("admin@localhost").body().toString();

        assertThat(known).isEqualTo(unknown);
    }

    @Test
    void codeIsRefusedInOneWayWhateverIsWrongWithIt() {
        sendCode(email);
        String right = code(1);
        String wrong = right.equals("123456") ? "654321" : "123456";

        Answer refused = proof("register", email, wrong);
        Answer nobody = proof("register", "nobody-" + email, wrong);
        Answer reset = proof("reset-password", email, wrong);

        assertThat(refused.status()).isEqualTo(401);
        assertThat(nobody.text("detail")).isEqualTo(refused.text("detail"));
        assertThat(reset.text("detail")).isEqualTo(refused.text("detail"));
        assertThat(proof("register", email, right).status()).isEqualTo(200);
        assertThat(proof("register", email, right).status()).isEqualTo(401);
    }

    @Test
    void whatCannotBeIsRefusedWithItsPointers() {
        Answer answer =
                outer.post(
                        "/api/v1/auth/register",
                        "{\"email\": \"a@b\\r\\nBcc: c@d\", \"code\": \"1\", \"password\": \"x\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().path("errors").findValuesAsText("pointer"))
                .containsExactly("/email", "/code", "/password");
        assertThat(outer.post("/api/v1/auth/send-code", "{}").status()).isEqualTo(400);
    }

    @Test
    void resetEndsAllSessions() {
        Client session = outer.with(register(email).text("token"));
        sendCode(email);

        Answer reset = proof("reset-password", email, code(2));

        assertThat(reset.status()).isEqualTo(200);
        assertThat(session.get("/api/v1/worker").status()).isEqualTo(401);
    }

    @Test
    void quotaIsRefusedWithItsNameItsLimitAndWhatIsUsed() {
        Client user = outer.with(register(email).text("token"));
        user.post("/api/v1/worker", "{\"worker_name\": \"one\"}");
        user.post("/api/v1/worker", "{\"worker_name\": \"two\"}");

        Answer third = user.post("/api/v1/worker", "{\"worker_name\": \"three\"}");

        assertThat(third.status()).isEqualTo(429);
        assertThat(third.header("Retry-After")).isNotEmpty();
        assertThat(third.text("detail"))
                .startsWith("the quota 'workers' is 2, of which 2 are used, and this takes 1 more");
        assertThat(
                        StreamSupport.stream(user.get("/api/v1/quota").body().spliterator(), false)
                                .filter(quota -> quota.path("quota").asText().equals("workers"))
                                .map(quota -> quota.path("used").asLong()))
                .containsExactly(2L);
    }

    @Test
    void invitationIsListedAndWithdrawn() {
        Client owner = outer.with(register(email).text("token"));
        String guestsEmail = "guest-" + email;
        Client guest = outer.with(register(guestsEmail).text("token"));

        Answer invited =
                owner.post(
                        "/api/v1/member",
                        "{\"email\": \"%s\", \"role\": \"viewer\"}".formatted(guestsEmail));

        assertThat(invited.text("status")).isEqualTo("invited");
        assertThat(
                        guest.get("/api/v1/worker", "X-Berth-Tenant", UUID.randomUUID().toString())
                                .status())
                .isEqualTo(404);
        assertThat(guest.get("/api/v1/worker", "X-Berth-Tenant", "nonsense").status())
                .isEqualTo(404);
        assertThat(owner.get("/api/v1/member").body().findValuesAsText("email"))
                .containsExactly(email, guestsEmail);
        assertThat(owner.delete("/api/v1/member?id=" + invited.text("id")).status()).isEqualTo(200);
        assertThat(owner.delete("/api/v1/member?id=" + invited.text("id")).status()).isEqualTo(404);
        assertThat(owner.delete("/api/v1/member").status()).isEqualTo(404);
    }

    @Test
    void whatBecomesOfAnAccountIsInItsOwnLogWithoutCodesPasswordsAndAddresses() {
        Client owner = outer.with(register(email).text("token"));
        String guestsEmail = "guest-" + email;
        owner.post("/api/v1/member", "{\"email\": \"%s\"}".formatted(guestsEmail));
        sendCode(email);
        String code = code(2);
        proof("reset-password", email, code);
        String token =
                outer.post(
                                "/api/v1/auth/login",
                                "{\"email\": \"%s\", \"password\": \"%s\"}"
                                        .formatted(email, PASSWORD))
                        .text("token");

        JsonNode log = outer.with(token).get("/api/v1/audit").body();

        assertThat(log.findValuesAsText("operation"))
                .containsExactly(
                        "auth.login",
                        "auth.reset-password",
                        "auth.send-code",
                        "member.put",
                        "auth.register",
                        "auth.register");
        assertThat(log.at("/entries/3/changes").toString()).isEqualTo("{\"role\":\"developer\"}");
        assertThat(log.findValuesAsText("outcome")).containsOnly("done");
        assertThat(log.toString()).doesNotContain(email, guestsEmail, PASSWORD, code, token);
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void whoIsNoMemberAnyMoreFollowsNoMore() {
        Client owner = outer.with(register(email).text("token"));
        String guestsEmail = "guest-" + email;
        Answer registered = register(guestsEmail);
        owner.post("/api/v1/member", "{\"email\": \"%s\"}".formatted(guestsEmail));
        String[] tenant = {"X-Berth-Tenant", tenant(owner)};
        try (FollowedEvents events =
                new FollowedEvents(outer.with(registered.text("token")).events("", tenant))) {
            events.block();

            Answer removed = owner.delete("/api/v1/member?id=" + registered.text("user_id"));

            assertThat(removed.status()).isEqualTo(200);
            events.untilItEnds();
        }
    }

    private static String tenant(Client owner) {
        return owner.get("/api/v1/audit").body().findValue("tenant_id").asText();
    }

    private Answer register(String who) {
        sendCode(who);
        return proof("register", who, mail.code(who, 1));
    }

    private Answer sendCode(String who) {
        Answer sent = outer.post("/api/v1/auth/send-code", "{\"email\": \"%s\"}".formatted(who));
        assertThat(sent.status()).as("%s", sent.body()).isEqualTo(200);
        return sent;
    }

    private Answer proof(String route, String who, String code) {
        return outer.post(
                "/api/v1/auth/" + route,
                "{\"email\": \"%s\", \"code\": \"%s\", \"password\": \"%s\"}"
                        .formatted(who, code, PASSWORD));
    }

    private String code(int letters) {
        return mail.code(email, letters);
    }

    private static String log() {
        return String.join("\n", TestServer.get().log());
    }
}
