package dev.berth.intent.account;

import dev.berth.intent.Transactions;
import dev.berth.intent.audit.Deed;
import dev.berth.model.Caller;
import dev.berth.model.Refusal;
import dev.berth.model.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Finds out who asks. */
public final class Authentication {

    /** How long a session lasts. */
    public static final Duration SESSION = Duration.ofHours(24);

    private final Transactions transactions;
    private final Accounts accounts;
    private final PasswordHasher passwords;
    private final SessionTokens tokens;
    private final TokenAuthentication personal;
    private final Throttle throttle;
    private final InstantSource clock;
    private final String nobodysHash;

    /** Creates it over where accounts are kept and how secrets are checked. */
    public Authentication(
            Transactions transactions,
            Accounts accounts,
            PasswordHasher passwords,
            SessionTokens tokens,
            TokenAuthentication personal,
            Throttle throttle,
            InstantSource clock) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.passwords = passwords;
        this.tokens = tokens;
        this.personal = personal;
        this.throttle = throttle;
        this.clock = clock;
        this.nobodysHash = passwords.hash(UUID.randomUUID().toString());
    }

    /**
     * Opens a session. Takes as long for an unknown address as for a wrong password; too many wrong
     * ones from one place are refused there, and nowhere else.
     */
    public Session login(String email, String password, Origin origin) {
        String address = email.toLowerCase(Locale.ROOT);
        Optional<Account> account = transactions.call(() -> tried(address, origin));
        boolean right =
                passwords.matches(password, account.map(Account::passwordHash).orElse(nobodysHash));
        Deed.claimed(account.map(Account::user));
        if (account.isEmpty() || !right) {
            throw unauthenticated("the address or the password is wrong");
        }
        return open(account.get().user(), () -> welcome(address, origin));
    }

    // counted before it is known what comes of it: many at once get no further than one by one
    private Optional<Account> tried(String address, Origin origin) {
        throttle.login(origin);
        throttle.attempt(Pace.LOGIN, address, origin.network());
        return accounts.byEmail(address);
    }

    private void welcome(String address, Origin origin) {
        throttle.goodLogin(origin);
        throttle.forget(Pace.LOGIN, address, origin.network());
    }

    /** Returns who holds {@code bearer}, a session's token or a personal access token. */
    public Caller authenticate(String bearer) {
        Optional<Caller> caller =
                PersonalToken.looksLike(bearer)
                        ? personal.caller(bearer)
                        : tokens.session(bearer)
                                .flatMap(session -> accounts.bySession(session, clock.instant()));
        return caller.orElseThrow(
                () -> unauthenticated("the token is not valid, or no longer; log in again"));
    }

    /** Ends the session by which {@code caller} came; a personal access token stays. Idempotent. */
    public void logout(Caller caller) {
        caller.session()
                .ifPresent(
                        session ->
                                transactions.run(
                                        () -> {
                                            accounts.endSession(session, clock.instant());
                                            Deed.on("session", session);
                                        }));
    }

    /** Opens a session for somebody who has proved who he is. */
    Session open(UserId user) {
        return open(user, () -> {});
    }

    /**
     * Opens a session for somebody whom the provider of that name has proved to be {@code user}.
     */
    public Session open(UserId user, String provider) {
        return open(user, () -> Deed.on("user", user).changed("provider", provider));
    }

    private Session open(UserId user, Runnable before) {
        UUID session = UUID.randomUUID();
        Instant now = clock.instant();
        Instant expires = now.plus(SESSION);
        transactions.run(
                () -> {
                    before.run();
                    accounts.openSession(session, user, expires);
                    Deed.on("session", session).changed("expires_at", expires);
                });
        return new Session(user, tokens.issue(session, user, now, expires));
    }

    private static Refusal unauthenticated(String message) {
        return Refusal.of(Refusal.Kind.UNAUTHENTICATED, message);
    }

    /** What a login answers. */
    public record Session(UserId user, String token) {

        @Override
        public String toString() {
            return "Session[" + user + "]";
        }
    }
}
