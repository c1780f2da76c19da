package dev.berth.intent.login;

import dev.berth.intent.Transactions;
import dev.berth.intent.account.Authentication;
import dev.berth.intent.account.Authentication.Session;
import dev.berth.intent.account.Origin;
import dev.berth.intent.account.Throttle;
import dev.berth.intent.audit.Deed;
import dev.berth.model.Caller;
import dev.berth.model.Refusal;
import dev.berth.model.Rights;
import dev.berth.model.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Lets people log in whom a provider knows. */
public final class ProviderLogins {

    /** How long a browser may take, at the provider and again until it takes its session. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    private final Transactions transactions;
    private final Providers providers;
    private final LoginStore store;
    private final Identities identities;
    private final Authentication authentication;
    private final Throttle throttle;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** Creates it; {@code random} has to be one that nobody can foretell. */
    public ProviderLogins(
            Transactions transactions,
            Providers providers,
            LoginStore store,
            Identities identities,
            Authentication authentication,
            Throttle throttle,
            InstantSource clock,
            RandomGenerator random) {
        this.transactions = transactions;
        this.providers = providers;
        this.store = store;
        this.identities = identities;
        this.authentication = authentication;
        this.throttle = throttle;
        this.clock = clock;
        this.random = random;
    }

    /** Sends a browser to a provider, to log in, and in the end to {@code path}, if it has one. */
    public Departure begin(String provider, String path, Origin origin) {
        return depart(provider, path, Optional.empty(), origin);
    }

    /** Sends the browser of {@code caller} to a provider, so that he may log in by it later. */
    public Departure link(Caller caller, String provider, String path, Origin origin) {
        // who is linked may come for ever: no way around a token's limits
        if (!caller.rights().equals(Rights.ALL)) {
            throw Refusal.of(
                    Refusal.Kind.DENIED,
                    "cannot link the login: the token has not all scopes, or it ends; log in, or"
                            + " use one that has all and no end");
        }
        return depart(provider, path, Optional.of(caller.user()), origin);
    }

    private Departure depart(String name, String path, Optional<UserId> link, Origin origin) {
        LoginProvider provider = providers.named(name);
        BegunLogin login = new BegunLogin(name, OwnPath.of(path), link);
        Ticket ticket = Ticket.random(random);
        transactions.run(
                () -> {
                    throttle.login(origin);
                    store.begin(ticket.key(), login, clock.instant().plus(LIFE));
                    store.sweep(clock.instant());
                });
        return new Departure(provider.authorization(ticket), ticket);
    }

    /** Takes a browser in that comes back from a provider, with what it was told to keep. */
    public Landing land(String name, Optional<Ticket> kept, Return back, Origin origin) {
        LoginProvider provider = providers.named(name);
        Ticket ticket =
                kept.filter(own -> own.sent(back.state())).orElseThrow(ProviderLogins::lost);
        BegunLogin login = claim(name, ticket);
        if (back.code().isEmpty()) {
            throw refused(back.error());
        }
        ProvenIdentity identity = provider.prove(back, ticket);
        return login.link()
                .map(user -> linked(user, identity, login, origin))
                .orElseGet(() -> arrived(provider.option(), identity, login, ticket, origin));
    }

    // before the provider is asked: a browser comes back once
    private BegunLogin claim(String name, Ticket ticket) {
        return transactions
                .call(() -> store.claim(ticket.key(), clock.instant()))
                .filter(login -> login.provider().equals(name))
                .orElseThrow(ProviderLogins::lost);
    }

    private Landing linked(UserId user, ProvenIdentity identity, BegunLogin login, Origin origin) {
        transactions.run(
                () -> {
                    identities.link(user, login.provider(), identity);
                    throttle.goodLogin(origin);
                });
        return login.path()
                .<Landing>map(Landing.Sent::new)
                .orElseGet(() -> new Landing.Linked(login.provider()));
    }

    private Landing arrived(
            LoginOption option,
            ProvenIdentity identity,
            BegunLogin login,
            Ticket ticket,
            Origin origin) {
        UserId user =
                transactions.call(
                        () -> {
                            UserId found = identities.userOf(identity, option);
                            throttle.goodLogin(origin);
                            login.path().ifPresent(_ -> keep(ticket, option, found));
                            return found;
                        });
        return login.path()
                .<Landing>map(Landing.Sent::new)
                .orElseGet(() -> new Landing.Opened(authentication.open(user, option.name())));
    }

    private void keep(Ticket ticket, LoginOption option, UserId user) {
        store.prove(ticket.key(), new ProvenLogin(option.name(), user), clock.instant().plus(LIFE));
    }

    /** Opens the session of a browser that came back, once. */
    public Session take(Optional<Ticket> kept) {
        ProvenLogin login =
                kept.flatMap(
                                ticket ->
                                        transactions.call(
                                                () -> store.take(ticket.key(), clock.instant())))
                        .orElseThrow(ProviderLogins::lost);
        Deed.by(login.user());
        return authentication.open(login.user(), login.provider());
    }

    private static Refusal lost() {
        return Refusal.of(
                Refusal.Kind.UNAUTHENTICATED,
                "this login was not begun in this browser, was used, or is older than 10 minutes;"
                        + " begin again");
    }

    private static Refusal refused(String error) {
        String word = error.matches("[a-z_]{1,40}") ? error : "no reason that could be shown";
        return Refusal.of(
                Refusal.Kind.DENIED,
                "the provider did not log you in: " + word + "; begin again, or ask there");
    }
}
