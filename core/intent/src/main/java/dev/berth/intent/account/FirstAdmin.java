package dev.berth.intent.account;

import dev.berth.intent.Transactions;
import dev.berth.model.ProjectId;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import java.time.InstantSource;
import java.util.UUID;

/** Makes the first user of a new Berth, so that somebody can log in. */
public final class FirstAdmin {

    private final Transactions transactions;
    private final Accounts accounts;
    private final PasswordHasher passwords;
    private final InstantSource clock;

    /** Creates it over where accounts are kept. */
    public FirstAdmin(
            Transactions transactions,
            Accounts accounts,
            PasswordHasher passwords,
            InstantSource clock) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.passwords = passwords;
        this.clock = clock;
    }

    /** Adds the user with a token for the command line, unless there is any user. Idempotent. */
    public void ensure(String email, String password, String token) {
        String hash = passwords.hash(password);
        transactions.run(
                () -> {
                    if (!accounts.anyone()) {
                        add(new Account(new UserId(UUID.randomUUID()), email, hash), token);
                    }
                });
    }

    private void add(Account account, String token) {
        accounts.add(
                new NewAccount(
                        account, new TenantId(UUID.randomUUID()), new ProjectId(UUID.randomUUID())),
                clock.instant());
        accounts.addToken(
                UUID.randomUUID(),
                account.user(),
                "command line",
                PersonalToken.hash(token),
                clock.instant());
    }
}
