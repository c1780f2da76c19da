package dev.berth.intent.tenant;

import dev.berth.intent.Transactions;
import dev.berth.model.Caller;
import dev.berth.model.Email;
import dev.berth.model.Refusal;
import dev.berth.model.Role;
import dev.berth.model.TenantId;
import java.time.InstantSource;
import java.util.Optional;

/** Lets callers act for other tenants than their own. */
public final class Tenancy {

    private final Transactions transactions;
    private final MemberStore members;
    private final InvitationStore invitations;
    private final InstantSource clock;

    /** Creates it over where members are kept. */
    public Tenancy(
            Transactions transactions,
            MemberStore members,
            InvitationStore invitations,
            InstantSource clock) {
        this.transactions = transactions;
        this.members = members;
        this.invitations = invitations;
        this.clock = clock;
    }

    /**
     * Returns {@code caller} as he acts for the tenant of that id; who is invited there becomes a
     * member by it. Whatever else the text is, the answer is the same.
     */
    public Caller actingFor(Caller caller, String tenant) {
        if (tenant.equals(caller.tenant().toString())) {
            return caller;
        }
        return TenantId.parse(tenant)
                .flatMap(id -> role(caller, id).map(role -> caller.actingFor(id, role)))
                .orElseThrow(() -> Refusal.absent("tenant", tenant));
    }

    /** Returns whether {@code caller} still belongs to the tenant that he acts for. */
    public boolean belongs(Caller caller) {
        return members.role(caller.tenant(), caller.user()).isPresent();
    }

    private Optional<Role> role(Caller caller, TenantId tenant) {
        return members.role(tenant, caller.user())
                .or(() -> accepted(caller, tenant))
                // another request of his may have been quicker
                .or(() -> members.role(tenant, caller.user()));
    }

    private Optional<Role> accepted(Caller caller, TenantId tenant) {
        return Email.parse(caller.email())
                .flatMap(
                        email ->
                                transactions.call(
                                        () ->
                                                invitations.accept(
                                                        tenant,
                                                        caller.user(),
                                                        email,
                                                        clock.instant())));
    }
}
