package dev.berth.intent.account;

import dev.berth.intent.Transactions;
import dev.berth.intent.report.OperatorStore;
import dev.berth.intent.task.NewUserTask;
import dev.berth.intent.task.UserTaskStore;
import dev.berth.model.ProjectId;
import dev.berth.model.Rights;
import dev.berth.model.TaskId;
import dev.berth.model.TaskType;
import dev.berth.model.TenantId;
import dev.berth.model.Token;
import dev.berth.model.TokenId;
import dev.berth.model.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Makes the first user of a new Berth, its operator, so that somebody can log in. */
public final class FirstAdmin {

    private static final String COMMAND_LINE = "command line";

    private final Transactions transactions;
    private final Accounts accounts;
    private final TokenStore tokens;
    private final OperatorStore operators;
    private final UserTaskStore tasks;
    private final PasswordHasher passwords;
    private final InstantSource clock;

    /** Creates it over where accounts and tokens are kept. */
    public FirstAdmin(
            Transactions transactions,
            Accounts accounts,
            TokenStore tokens,
            OperatorStore operators,
            UserTaskStore tasks,
            PasswordHasher passwords,
            InstantSource clock) {
        this.transactions = transactions;
        this.accounts = accounts;
        this.tokens = tokens;
        this.operators = operators;
        this.tasks = tasks;
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
        Instant now = clock.instant();
        TenantId tenant = new TenantId(UUID.randomUUID());
        accounts.add(new NewAccount(account, tenant, new ProjectId(UUID.randomUUID())), now);
        operators.add(account.user());
        // he has no quotas, as the duty for those who register wants them
        tasks.add(
                new NewUserTask(
                        new TaskId(UUID.randomUUID()),
                        TaskType.USER_AUDIT,
                        tenant,
                        account.user(),
                        now));
        TokenId id = new TokenId(UUID.randomUUID());
        tokens.add(
                account.user(),
                new Token(id, COMMAND_LINE, Rights.ALL, now, Optional.empty()),
                TokenHash.of(token));
    }
}
