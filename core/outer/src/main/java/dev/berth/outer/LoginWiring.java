package dev.berth.outer;

import dev.berth.identity.provider.ProviderHttp;
import dev.berth.intent.account.Authentication;
import dev.berth.intent.account.Newcomers;
import dev.berth.intent.account.Throttle;
import dev.berth.intent.login.Identities;
import dev.berth.intent.login.LinkedLogins;
import dev.berth.intent.login.ProviderLogins;
import dev.berth.intent.login.Providers;
import dev.berth.rest.outer.login.LoginAddresses;
import dev.berth.store.OuterStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;

/** Makes the use cases of logging in by providers. */
@ApplicationScoped
public class LoginWiring {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Has settings that cannot be refused at the start, and not when somebody comes. */
    void check(@Observes @Initialized(ApplicationScoped.class) Object event, Providers providers) {
        providers.options();
    }

    @Produces
    @Singleton
    ProviderHttp http() {
        return new ProviderHttp(PATIENCE);
    }

    void close(@Disposes ProviderHttp http) {
        http.close();
    }

    @Produces
    @Singleton
    LoginAddresses addresses(LoginConfig config) {
        return config.addresses();
    }

    @Produces
    @Singleton
    Providers providers(LoginConfig config, Instance<ProviderHttp> http, InstantSource clock) {
        // made where a provider needs it, and not at the start of all others
        return config.providers(http::get, clock);
    }

    @Produces
    @Singleton
    Identities identities(OuterStore store, Newcomers newcomers, InstantSource clock) {
        return new Identities(store.identities(), store.accounts(), newcomers, clock);
    }

    @Produces
    @Singleton
    LinkedLogins linkedLogins(OuterStore store, Identities identities) {
        return new LinkedLogins(store.transactions(), identities);
    }

    @Produces
    @Singleton
    ProviderLogins providerLogins(
            OuterStore store,
            Providers providers,
            Identities identities,
            Authentication authentication,
            Throttle throttle,
            InstantSource clock) {
        return new ProviderLogins(
                store.transactions(),
                providers,
                store.logins(),
                identities,
                authentication,
                throttle,
                clock,
                new SecureRandom());
    }
}
