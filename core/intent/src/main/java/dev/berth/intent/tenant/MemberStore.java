package dev.berth.intent.tenant;

import dev.berth.model.Email;
import dev.berth.model.Member;
import dev.berth.model.Page;
import dev.berth.model.Paged;
import dev.berth.model.Role;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import java.time.Instant;
import java.util.Optional;

/** Where members are kept. Every method needs a transaction, but for those that say otherwise. */
public interface MemberStore {

    /**
     * Returns the role of {@code user} in {@code tenant}. Needs no transaction: each request for
     * another tenant asks, and it is a single question.
     */
    Optional<Role> role(TenantId tenant, UserId user);

    /** Has other transactions that lock the members of {@code tenant} wait until this one ends. */
    void lock(TenantId tenant);

    /** Lists members, then invitations that are good, each by address. */
    Paged<SeenMember> list(TenantId tenant, Instant now, Page page);

    /** Returns the member of {@code tenant} with that id. */
    Optional<Member> find(TenantId tenant, UserId user);

    /** Returns the member of {@code tenant} with that address. */
    Optional<Member> find(TenantId tenant, Email email);

    /** Counts the owners of {@code tenant}. */
    long owners(TenantId tenant);

    /** Gives a member another role. */
    void change(TenantId tenant, UserId user, Role role);

    /** Removes a member; his next request finds that he is none. */
    void remove(TenantId tenant, UserId user);
}
