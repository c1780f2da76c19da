package dev.berth.model;

import java.util.Optional;
import java.util.UUID;

/**
 * Who asks, and for which tenant.
 *
 * @param user the user
 * @param email the user's address
 * @param tenant the tenant he acts for
 * @param role his role in that tenant
 * @param session the session to end at logout; empty for a personal access token
 * @param rights what he may do by what he proved himself by
 */
public record Caller(
        UserId user,
        String email,
        TenantId tenant,
        Role role,
        Optional<UUID> session,
        Rights rights) {

    /** Creates somebody whom his role alone limits, as one who has logged in. */
    public Caller(UserId user, String email, TenantId tenant, Role role, Optional<UUID> session) {
        this(user, email, tenant, role, session, Rights.ALL);
    }

    /** Returns the same caller acting for another tenant that he is a member of. */
    public Caller actingFor(TenantId other, Role there) {
        return new Caller(user, email, other, there, session, rights);
    }

    /** Refuses unless the caller's role covers {@code needed}. */
    public void mustBe(Role needed) {
        if (!role.covers(needed)) {
            throw Refusal.of(
                    Refusal.Kind.DENIED,
                    "this needs the role " + needed.word() + " in the tenant; ask its owner");
        }
    }
}
