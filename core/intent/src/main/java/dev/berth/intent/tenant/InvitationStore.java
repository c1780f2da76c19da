package dev.berth.intent.tenant;

import dev.berth.model.Email;
import dev.berth.model.Invitation;
import dev.berth.model.InvitationId;
import dev.berth.model.Role;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import java.time.Instant;
import java.util.Optional;

/** Where invitations into tenants are kept. Every method needs a transaction. */
public interface InvitationStore {

    /** Keeps an invitation, in place of an earlier one for that address. */
    void put(Invitation invitation, UserId invitedBy, Instant now);

    /** Returns an invitation of {@code tenant}, be it expired. */
    Optional<Invitation> find(TenantId tenant, InvitationId id);

    /** Removes an invitation of {@code tenant}. Idempotent. */
    void remove(TenantId tenant, InvitationId id);

    /** Returns whether any tenant invites that address. */
    boolean invited(Email email, Instant now);

    /** Makes {@code user} a member where {@code tenant} invites his address; returns his role. */
    Optional<Role> accept(TenantId tenant, UserId user, Email email, Instant now);

    /** Makes {@code user} a member of all tenants that invite his address. */
    void acceptAll(UserId user, Email email, Instant now);
}
