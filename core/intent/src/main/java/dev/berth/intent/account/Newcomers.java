package dev.berth.intent.account;

import dev.berth.intent.audit.Deed;
import dev.berth.intent.tenant.InvitationStore;
import dev.berth.intent.tenant.Quotas;
import dev.berth.model.Email;
import dev.berth.model.ProjectId;
import dev.berth.model.Refusal;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;

/** Lets people in without a password of their own, whose address is proven otherwise. */
public final class Newcomers {

    private final Accounts accounts;
    private final InvitationStore invitations;
    private final Quotas quotas;
    private final InstantSource clock;
    private final String nobodysHash;

    /** Creates it over where accounts are kept. */
    public Newcomers(
            Accounts accounts,
            InvitationStore invitations,
            Quotas quotas,
            PasswordHasher passwords,
            InstantSource clock) {
        this.accounts = accounts;
        this.invitations = invitations;
        this.quotas = quotas;
        this.clock = clock;
        // of a password that nobody knows; a try takes as long as for other accounts
        this.nobodysHash = passwords.hash(UUID.randomUUID().toString());
    }

    /**
     * Makes a user whose address is {@code email}, which nobody has so far; refuses who is not
     * invited where it is closed. Needs a transaction.
     */
    public UserId admit(Email email, Admission admission) {
        Instant now = clock.instant();
        if (admission == Admission.CLOSED && !invitations.invited(email, now)) {
            throw Refusal.of(
                    Refusal.Kind.DENIED,
                    "cannot log in: nobody here is linked to you there, and registration is"
                            + " closed; have yourself invited by the address that you have there");
        }
        UserId user = new UserId(UUID.randomUUID());
        NewAccount account =
                new NewAccount(
                        new Account(user, email.value(), nobodysHash),
                        new TenantId(UUID.randomUUID()),
                        new ProjectId(UUID.randomUUID()));
        accounts.add(account, now);
        quotas.begin(account.tenant());
        invitations.acceptAll(user, email, now);
        Deed.by(user);
        Deed.on("user", user).changed("tenant_id", account.tenant());
        return user;
    }
}
