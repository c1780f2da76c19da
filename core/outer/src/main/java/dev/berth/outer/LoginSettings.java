package dev.berth.outer;

import dev.berth.identity.provider.ClientSecret;
import dev.berth.identity.provider.ClientSettings;
import dev.berth.identity.provider.GitHubProvider;
import dev.berth.identity.provider.OidcProvider;
import dev.berth.identity.provider.ProviderAddress;
import dev.berth.identity.provider.ProviderHttp;
import dev.berth.intent.account.Admission;
import dev.berth.intent.login.LoginOption;
import dev.berth.intent.login.LoginProvider;
import dev.berth.rest.outer.login.LoginAddresses;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** Reads what an operator has set for one provider, and notes all that is wrong with it. */
final class LoginSettings {

    private static final String PREFIX = "berth.login.";
    private static final Set<String> KEYS =
            Set.of(
                    "use",
                    "client-id",
                    "display-name",
                    "scopes",
                    "registration",
                    "link-by-email",
                    "issuer",
                    "url",
                    "api-url");

    private final String name;
    private final Config config;
    private final LoginSecret secrets;
    private final List<String> problems;

    /** Creates it for the provider of that name; what is wrong goes into {@code problems}. */
    LoginSettings(String name, Config config, LoginSecret secrets, List<String> problems) {
        this.name = name;
        this.config = config;
        this.secrets = secrets;
        this.problems = problems;
    }

    /** Returns the provider; empty where something is wrong. */
    Optional<LoginProvider> provider(
            LoginAddresses addresses,
            Admission otherwise,
            Supplier<ProviderHttp> http,
            InstantSource clock) {
        int before = problems.size();
        if (!name.matches("[a-z][a-z0-9-]{0,30}")) {
            problems.add(
                    "berth.login names '%s', but names are of 1 to 31 lower-case letters, digits and -"
                            .formatted(name));
            return Optional.empty();
        }
        unknown();
        Optional<LoginProvider> provider =
                switch (text("use").orElse("")) {
                    case "oidc" -> oidc(addresses, otherwise, http, clock);
                    case "github" -> gitHub(addresses, otherwise, http);
                    default -> wrong("use", "must be oidc or github");
                };
        return provider.filter(_ -> problems.size() == before);
    }

    private Optional<LoginProvider> oidc(
            LoginAddresses addresses,
            Admission otherwise,
            Supplier<ProviderHttp> http,
            InstantSource clock) {
        ClientSettings client = client(addresses, otherwise, "openid,email", secrets.of(name));
        if (!client.scopes().contains("openid")) {
            problems.add(key("scopes") + " must have openid among them");
        }
        return address("issuer", "")
                .map(issuer -> new OidcProvider(client, issuer, http.get(), clock));
    }

    private Optional<LoginProvider> gitHub(
            LoginAddresses addresses, Admission otherwise, Supplier<ProviderHttp> http) {
        Optional<ClientSecret> secret = secrets.of(name);
        if (secret.isEmpty()) {
            problems.add(
                    "the client's secret of '%s' is missing: write it into the file %s of the secrets directory, or set %s"
                            .formatted(name, LoginSecret.file(name), LoginSecret.variable(name)));
        }
        ClientSettings client = client(addresses, otherwise, "user:email", secret);
        Optional<URI> web = address("url", "https://github.com");
        Optional<URI> api = address("api-url", "https://api.github.com");
        return web.flatMap(
                pages -> api.map(more -> new GitHubProvider(client, pages, more, http.get())));
    }

    private ClientSettings client(
            LoginAddresses addresses,
            Admission otherwise,
            String scopes,
            Optional<ClientSecret> secret) {
        LoginOption option =
                new LoginOption(
                        name,
                        text("display-name").orElse(name),
                        admission(otherwise),
                        flag("link-by-email"));
        String id = text("client-id").orElse("");
        if (id.isEmpty()) {
            problems.add(key("client-id") + " is not set");
        }
        return new ClientSettings(
                option,
                id,
                secret,
                List.of(text("scopes").orElse(scopes).strip().split("[, ]+", -1)),
                addresses.back(name));
    }

    private Admission admission(Admission otherwise) {
        return switch (text("registration").orElse("")) {
            case "" -> otherwise;
            case "open" -> Admission.OPEN;
            case "closed" -> Admission.CLOSED;
            default -> {
                problems.add(key("registration") + " must be open or closed");
                yield otherwise;
            }
        };
    }

    private boolean flag(String key) {
        String text = text(key).orElse("false");
        if (!text.matches("true|false")) {
            problems.add(key(key) + " must be true or false");
        }
        return text.equals("true");
    }

    private Optional<URI> address(String key, String otherwise) {
        Optional<URI> address = ProviderAddress.parse(text(key).orElse(otherwise));
        return address.isPresent()
                ? address
                : wrong(key, "must be an address by https, or by http on this machine");
    }

    private void unknown() {
        String own = key("");
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(key -> key.startsWith(own) && !KEYS.contains(key.substring(own.length())))
                .forEach(
                        key ->
                                problems.add(
                                        "%s is unknown; there are %s, and the client's secret goes into the file %s of the secrets directory"
                                                .formatted(
                                                        key,
                                                        String.join(
                                                                ", ",
                                                                KEYS.stream().sorted().toList()),
                                                        LoginSecret.file(name))));
    }

    private <T> Optional<T> wrong(String key, String message) {
        problems.add(key(key) + " " + message);
        return Optional.empty();
    }

    private Optional<String> text(String key) {
        return config.getOptionalValue(key(key), String.class);
    }

    private String key(String key) {
        return PREFIX + name + "." + key;
    }
}
