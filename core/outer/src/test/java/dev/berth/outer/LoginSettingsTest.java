package dev.berth.outer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.identity.provider.ProviderHttp;
import dev.berth.intent.account.Admission;
import dev.berth.intent.login.LoginOption;
import dev.berth.intent.login.LoginProvider;
import dev.berth.rest.outer.login.LoginAddresses;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginSettingsTest {

    private static final String SECRET = "canary";

    @TempDir private Path secrets;

    private final List<String> problems = new ArrayList<>();

    @BeforeEach
    void keepASecret() throws IOException {
        Files.writeString(secrets.resolve("login-github"), SECRET);
    }

    @Test
    void companyNeedsAnIssuerAndAnId() {
        Optional<LoginProvider> provider =
                read(
                        "company",
                        Map.of(
                                "use", "oidc",
                                "client-id", "berth",
                                "issuer", "https://login.example.org/realms/staff",
                                "display-name", "Example Inc.",
                                "registration", "open",
                                "link-by-email", "true"));

        assertThat(problems).isEmpty();
        assertThat(provider.map(LoginProvider::option))
                .contains(new LoginOption("company", "Example Inc.", Admission.OPEN, true));
    }

    @Test
    void safeChoicesAreMadeWhereNothingIsSaid() {
        Optional<LoginProvider> provider =
                read("github", Map.of("use", "github", "client-id", "berth"));

        assertThat(provider.map(LoginProvider::option))
                .contains(new LoginOption("github", "github", Admission.CLOSED, false));
    }

    @Test
    void allThatIsWrongIsNamedAtOnceAndNoSecretIs() {
        Optional<LoginProvider> provider =
                read(
                        "company",
                        Map.of(
                                "use", "oidc",
                                "issuer", "http://login.example.org",
                                "scopes", "email",
                                "registration", "perhaps",
                                "client-secret", SECRET));

        assertThat(provider).isEmpty();
        assertThat(String.join("\n", problems))
                .contains(
                        "berth.login.company.client-secret is unknown",
                        "the file login-company of the secrets directory",
                        "berth.login.company.client-id is not set",
                        "berth.login.company.issuer must be an address by https",
                        "berth.login.company.scopes must have openid",
                        "berth.login.company.registration must be open or closed")
                .doesNotContain(SECRET);
    }

    @Test
    void gitHubNeedsASecret() {
        assertThat(read("other", Map.of("use", "github", "client-id", "berth"))).isEmpty();
        assertThat(problems).singleElement().asString().contains("BERTH_LOGIN_OTHER_SECRET");
    }

    @Test
    void providerOfNoKindAndNameOfNoFormAreRefused() {
        read("company", Map.of("use", "saml"));
        read("../company", Map.of());

        assertThat(problems)
                .hasSize(2)
                .anyMatch(problem -> problem.contains("must be oidc or github"))
                .anyMatch(problem -> problem.contains("'../company'"));
    }

    private Optional<LoginProvider> read(String name, Map<String, String> values) {
        return new LoginSettings(
                        name,
                        new MapConfig("berth.login." + name + ".", values),
                        new LoginSecret(secrets),
                        problems)
                .provider(
                        new LoginAddresses(URI.create("https://berth.example.org")),
                        Admission.CLOSED,
                        () -> new ProviderHttp(Duration.ofSeconds(1)),
                        InstantSource.system());
    }
}
