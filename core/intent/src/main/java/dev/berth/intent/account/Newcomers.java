package dev.berth.intent.account;

import dev.berth.intent.audit.Deed;
import dev.berth.intent.task.UserTasks;
import dev.berth.intent.tenant.InvitationStore;
import dev.berth.intent.tenant.Quotas;
import dev.berth.model.Email;
import dev.berth.model.ProjectId;
import dev.berth.model.TaskId;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/**
 * Takes people in whose address is proven: with a tenant, and with all that they are invited to.
 */
public final class Newcomers {

    private final Accounts accounts;
    private final InvitationStore invitations;
    private final Quotas quotas;
    private final UserTasks tasks;
    private final PasswordHasher passwords;
    private final InstantSource clock;
    private Optional<String> nobodysHash = Optional.empty();

    /** Creates it over where accounts are kept. */
    public Newcomers(
            Accounts accounts,
            InvitationStore invitations,
            Quotas quotas,
            UserTasks tasks,
            PasswordHasher passwords,
            InstantSource clock) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.quotas = quotas;
        this.tasks = tasks;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * Somebody who has just come.
     *
     * @param user who it is
     * @param task what Inner does for him; it finds that by itself, sooner if it is announced
     */
    public record Newcomer(UserId user, TaskId task) {}

    /** Returns whether somebody with that address is let in. Needs a transaction. */
    public boolean welcomes(Email email, Admission admission) {
        return admission == Admission.OPEN || invitations.invited(email, clock.instant());
    }

    /** Makes a user, whose address nobody has so far. Needs a transaction. */
    public Newcomer admit(Email email, String passwordHash) {
        Instant now = clock.instant();
        UserId user = new UserId(UUID.randomUUID());
        NewAccount account =
                new NewAccount(
                        new Account(user, email.value(), passwordHash),
                        new TenantId(UUID.randomUUID()),
                        new ProjectId(UUID.randomUUID()));
        accounts.add(account, now);
        quotas.begin(account.tenant());
        invitations.acceptAll(user, email, now);
        Deed.by(user);
        Deed.on("user", user).changed("tenant_id", account.tenant());
        return new Newcomer(user, tasks.registered(user, account.tenant()));
    }

    /** Makes a user like {@link #admit}, whom no password lets in before he has set one. */
    public Newcomer admitWithoutPassword(Email email) {
        return admit(email, nobodysHash());
    }

    // of a password that nobody knows; a try takes as long as for other accounts
    private synchronized String nobodysHash() {
        if (nobodysHash.isEmpty()) {
            nobodysHash = Optional.of(passwords.hash(UUID.randomUUID().toString()));
        }
        return nobodysHash.orElseThrow();
    }
}
