package dev.berth.outer;

import dev.berth.identity.provider.ProviderHttp;
import dev.berth.intent.login.LoginProvider;
import dev.berth.intent.login.Providers;
import dev.berth.rest.outer.login.LoginAddresses;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an operator sets for logging in by providers. */
@Dependent
class LoginConfig {

    @Inject
    @ConfigProperty(name = "berth.login")
    Optional<List<String>> names;

    @Inject
    @ConfigProperty(name = "berth.outer.public-url")
    Optional<URI> publicUrl;

    @Inject
    @ConfigProperty(name = "berth.outer.url", defaultValue = "http://127.0.0.1:9900")
    URI url;

    @Inject Config config;
    @Inject OuterConfig outer;
    @Inject AccountConfig accounts;

    LoginAddresses addresses() {
        return new LoginAddresses(publicUrl.orElse(url));
    }

    /** Returns the providers; refuses settings that cannot be, all of them at once. */
    Providers providers(Supplier<ProviderHttp> http, InstantSource clock) {
        List<String> problems = new ArrayList<>();
        List<LoginProvider> providers = new ArrayList<>();
        for (String name : names.orElse(List.of())) {
            new LoginSettings(name.strip(), config, new LoginSecret(outer.secrets), problems)
                    .provider(addresses(), accounts.admission(), http, clock)
                    .ifPresent(providers::add);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "cannot let anybody log in by a provider: " + String.join("; ", problems));
        }
        return new Providers(providers);
    }
}
