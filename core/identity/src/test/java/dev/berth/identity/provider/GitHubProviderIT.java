package dev.berth.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.identity.testing.FakeProvider;
import dev.berth.identity.testing.Person;
import dev.berth.intent.login.ProvenIdentity;
import dev.berth.model.Email;
import dev.berth.model.Refusal;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GitHubProviderIT {

    private final FakeProvider fake = FakeProvider.start();
    private final ProviderHttp http = new ProviderHttp(Duration.ofSeconds(10));
    private final Visit visit =
            new Visit(
                    fake,
                    new GitHubProvider(
                            Visit.client("user:email"),
                            URI.create(fake.address()),
                            URI.create(fake.address() + "/api/"),
                            http));

    @AfterEach
    void close() {
        http.close();
        fake.close();
    }

    @Test
    void whoConsentedIsProvenByHisNumberAndHisVerifiedPrimaryAddress() {
        fake.is(new Person("583231", "Octo.Cat@example.org", true));

        assertThat(visit.prove())
                .isEqualTo(
                        new ProvenIdentity(
                                fake.address(), "583231", Email.parse("octo.cat@example.org")));
    }

    @Test
    void primaryAddressThatIsNotVerifiedIsNoneThoughAnotherIs() {
        fake.is(new Person("1", "victim@example.org", false));

        assertThat(visit.prove().email()).isEmpty();
    }

    @Test
    void browserIsSentWithAChallenge() {
        URI location = visit.provider().authorization(Visit.TICKET);

        assertThat(location.toString()).startsWith(fake.address() + "/login/oauth/authorize?");
        assertThat(FakeProvider.values(location.getRawQuery()))
                .containsEntry("scope", "user:email")
                .containsEntry("state", Visit.TICKET.state())
                .containsEntry("code_challenge", Visit.TICKET.challenge())
                .doesNotContainKey("client_secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/login/oauth/access_token | 200 | {\"error\": \"bad_verification_code\"} | UNAUTHENTICATED",
                "/login/oauth/access_token | 404 | {}                                     | UNAUTHENTICATED",
                "/login/oauth/access_token | 503 | {}                                     | UNAVAILABLE",
                "/login/oauth/access_token | 200 | {\"access_token\": \"a\\r\\nX: b\"}    | UNAVAILABLE",
                "/login/oauth/access_token | 200 | {\"access_token\": 1}                  | UNAVAILABLE",
                "/api/user                 | 403 | {}                                     | UNAVAILABLE",
                "/api/user                 | 200 | {\"id\": \"1\"}                        | UNAVAILABLE",
                "/api/user                 | 200 | {\"id\": 1.5}                          | UNAVAILABLE",
                "/api/user                 | 200 | {\"id\": 99999999999999999999}         | UNAVAILABLE",
                "/api/user                 | 200 | []                                     | UNAVAILABLE",
                "/api/user/emails          | 500 | {}                                     | UNAVAILABLE",
            })
    void answerThatIsNotAsItShouldBeIsRefused(
            String path, int status, String body, Refusal.Kind kind) {
        fake.answer(path, status, body);

        assertThat(visit.refused().kind()).isEqualTo(kind);
    }

    @Test
    void whoDoesNotLetBerthAskForHisAddressesHasNone() {
        fake.answer("/api/user/emails", 403, "{}");

        assertThat(visit.prove().email()).isEmpty();
    }

    @Test
    void addressesOfAnyFormAreNoneRatherThanAnError() {
        fake.answer("/api/user/emails", 200, "[1, null, {\"primary\": true, \"verified\": true}]");

        assertThat(visit.prove().email()).isEmpty();
    }
}
