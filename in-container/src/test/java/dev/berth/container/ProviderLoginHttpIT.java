package dev.berth.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.container.Browser.Sent;
import dev.berth.container.Client.Answer;
import dev.berth.identity.testing.FakeProvider;
import dev.berth.identity.testing.Person;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logging in by a company's OpenID Connect, where registration is closed, and by GitHub. */
class ProviderLoginHttpIT extends DeployedGateways {

    private final FakeProvider provider = TestServer.get().provider();
    private final Browser browser = new Browser(outer, provider);
    private final String subject = Long.toString(UUID.randomUUID().getMostSignificantBits() >>> 8);
    private final String email = subject + "@example.org";

    @BeforeEach
    void loggedInThere() {
        provider.is(new Person(subject, email, true));
    }

    @AfterEach
    void honestAgain() {
        provider.reset();
    }

    @Test
    void providersAreListedForEverybody() {
        JsonNode list = outer.get("/api/v1/auth/provider").body();

        assertThat(list.findValuesAsText("name")).containsExactly("company", "github");
        assertThat(list.findValuesAsText("display_name")).containsExactly("company", "github");
        assertThat(list.findValuesAsText("path"))
                .containsExactly("/api/v1/auth/provider/company", "/api/v1/auth/provider/github");
    }

    @Test
    void whoConsentsGetsASessionAndComesBackToTheSameAccount() {
        Answer first = browser.login("github");
        Answer again = browser.login("github");

        assertThat(first.status()).as("%s", first.body()).isEqualTo(200);
        assertThat(first.header("Cache-Control")).contains("no-store");
        assertThat(again.text("user_id")).isEqualTo(first.text("user_id")).isNotEmpty();
        Client user = outer.with(again.text("token"));
        assertThat(user.get("/api/v1/member").body().findValuesAsText("email"))
                .containsExactly(email);
        assertThat(user.get("/api/v1/project").body().findValuesAsText("name"))
                .containsExactly("default");
        user.post("/api/v1/auth/logout", "");
        assertThat(user.get("/api/v1/worker").status()).isEqualTo(401);
    }

    @Test
    void strangerIsRefusedWhereRegistrationIsClosedAndTheInvitedComesIn() {
        Answer stranger = browser.login("company");
        developer().post("/api/v1/member", "{\"email\": \"%s\"}".formatted(email));

        Answer invited = browser.login("company");

        assertThat(stranger.status()).isEqualTo(403);
        assertThat(invited.status()).as("%s", invited.body()).isEqualTo(200);
    }

    @Test
    void browserGoesOnToAnOwnPathAndTakesItsSessionOnceWithoutATokenInAnyAddress() {
        Sent sent = browser.begin("github", "?return_to=/console%3Ftab=1");

        Answer back = browser.back(sent);
        Answer taken = take(sent.cookie());
        Answer twice = take(sent.cookie());

        assertThat(back.status()).as("%s", back.body()).isEqualTo(303);
        assertThat(back.header("Location"))
                .isEqualTo(
                        "http://127.0.0.1:" + TestServer.get().ports().outer() + "/console?tab=1");
        assertThat(taken.status()).as("%s", taken.body()).isEqualTo(200);
        assertThat(outer.with(taken.text("token")).get("/api/v1/worker").status()).isEqualTo(200);
        assertThat(taken.header("Set-Cookie")).contains("Max-Age=0");
        assertThat(twice.status()).isEqualTo(401);
        assertThat(take("berth-login=nonsense").status()).isEqualTo(401);
    }

    @Test
    void cookieIsForThisBrowserAlone() {
        Answer begun = outer.get("/api/v1/auth/provider/github");

        assertThat(begun.status()).isEqualTo(303);
        assertThat(begun.header("Set-Cookie"))
                .startsWith(Browser.COOKIE)
                .contains("; HttpOnly", "; SameSite=Lax", "; Path=/", "; Max-Age=600");
        assertThat(begun.header("Location"))
                .startsWith(provider.address() + "/login/oauth/authorize?")
                .doesNotContain(Browser.cookie(begun).substring(Browser.COOKIE.length()));
    }

    @Test
    void returnIsGoodOnceAndInTheBrowserThatBegan() {
        Sent sent = browser.begin("github", "");
        Sent others = browser.begin("github", "");
        String path = browser.path(sent);

        assertThat(outer.get(path).status()).isEqualTo(401);
        assertThat(outer.get(path, "Cookie", others.cookie()).status()).isEqualTo(401);
        assertThat(outer.get(path, "Cookie", sent.cookie()).status()).isEqualTo(200);
        assertThat(outer.get(path, "Cookie", sent.cookie()).status()).isEqualTo(401);
    }

    @Test
    void accountWithAPasswordIsNotTakenOverAndLinkedByItsUserAlone() {
        Client user = outer.with(browser.login("github").text("token"));
        String other = subject + "1";
        provider.is(new Person(other, email, true));
        Answer equal = browser.login("github");
        Answer link = user.post("/api/v1/auth/provider/github/link", "{}");

        Answer linked = browser.back(Browser.sent(link));

        assertThat(equal.status()).isEqualTo(409);
        assertThat(link.status()).as("%s", link.body()).isEqualTo(200);
        assertThat(linked.status()).as("%s", linked.body()).isEqualTo(200);
        assertThat(browser.login("github").status()).isEqualTo(200);
        JsonNode identities = user.get("/api/auth/identity").body();
        assertThat(identities.findValuesAsText("subject")).containsExactly(subject, other);
        String id = identities.findValuesAsText("id").getLast();
        assertThat(developer().delete("/api/auth/identity/" + id).status()).isEqualTo(404);
        assertThat(user.delete("/api/auth/identity/" + id).status()).isEqualTo(200);
        assertThat(browser.login("github").status()).isEqualTo(409);
    }

    @Test
    void auditLogHasTheLoginWithItsProviderAndNothingSecretIsLogged() {
        Sent sent = browser.begin("github", "");
        String path = browser.path(sent);
        String token = outer.get(path, "Cookie", sent.cookie()).text("token");
        browser.login("github");

        JsonNode log = outer.with(token).get("/api/v1/audit").body();

        assertThat(log.findValuesAsText("operation"))
                .containsExactly("auth.provider", "auth.provider", "auth.provider");
        assertThat(log.at("/entries/0/changes/provider").asText()).isEqualTo("github");
        assertThat(log.at("/entries/0/target_kind").asText()).isEqualTo("session");
        String code = FakeProvider.values(path.replaceFirst(".*\\?", "")).get("code");
        String ticket = sent.cookie().substring(Browser.COOKIE.length());
        assertThat(log.toString()).doesNotContain(email, code, ticket, token);
        assertThat(String.join("\n", TestServer.get().log()))
                .doesNotContain(FakeProvider.SECRET, code, ticket, token);
    }

    @Test
    void hostileProviderLetsNobodyIn() {
        provider.signs(provider.key()::unsigned);

        Answer unsigned = browser.login("company");

        assertThat(unsigned.status()).isEqualTo(401);
        assertThat(unsigned.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "company | /token                    | 500 | <html>",
                "company | /token                    | 200 | {\"id_token\": \"x",
                "github  | /login/oauth/access_token | 200 | []",
                "github  | /api/user                 | 502 | {}",
                "github  | /api/user                 | 200 | {\"id\": {}}",
            })
    void providerThatDoesNotAnswerAsItShouldIs503WithRetryAfter(
            String name, String path, int status, String body) {
        provider.answer(path, status, body);

        Answer answer = browser.login(name);

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?state=&code=",
                "?state=x&code=y&code=z",
                "?state=%00&code=%ff",
                "?error=access_denied",
                "?state=x&iss=%0d%0a"
            })
    void returnThatNobodyBeganIs401(String query) {
        String cookie = browser.begin("company", "").cookie();

        Answer answer =
                outer.get("/api/v1/auth/provider/company/callback" + query, "Cookie", cookie);

        assertThat(answer.status()).as("%s", answer.body()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example.org", "https://evil.example.org", "/%5Cevil", "%0d%0a"})
    void browserIsSentToNoOtherHost(String place) {
        Answer answer = outer.get("/api/v1/auth/provider/company?return_to=" + place);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.pointer()).isEqualTo("/return_to");
    }

    @Test
    void providerThatIsNotSetUpIsNotFound() {
        assertThat(outer.get("/api/v1/auth/provider/nobody").status()).isEqualTo(404);
        assertThat(outer.get("/api/v1/auth/provider/nobody/callback").status()).isEqualTo(404);
    }

    private Answer take(String cookie) {
        return outer.call("POST", "/api/auth/session", new byte[0], "Cookie", cookie);
    }
}
