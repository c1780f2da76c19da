package dev.berth.intent.tenant;

import dev.berth.intent.Transactions;
import dev.berth.intent.account.Throttle;
import dev.berth.intent.audit.Deed;
import dev.berth.intent.mail.Mail;
import dev.berth.model.Caller;
import dev.berth.model.Email;
import dev.berth.model.Invitation;
import dev.berth.model.InvitationId;
import dev.berth.model.Member;
import dev.berth.model.Page;
import dev.berth.model.Paged;
import dev.berth.model.Refusal;
import dev.berth.model.Role;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** Says who belongs to a tenant, and lets its owners and admins change that. */
public final class Members {

    /** How long an invitation is good. */
    public static final Duration INVITATION = Duration.ofDays(7);

    private final Transactions transactions;
    private final MemberStore store;
    private final InvitationStore invitations;
    private final Quotas quotas;
    private final Throttle throttle;
    private final Mail mail;
    private final InstantSource clock;

    /** Creates it over where members are kept and what carries letters. */
    public Members(
            Transactions transactions,
            MemberStore store,
            InvitationStore invitations,
            Quotas quotas,
            Throttle throttle,
            Mail mail,
            InstantSource clock) {
        this.transactions = transactions;
        this.store = store;
        this.invitations = invitations;
        this.quotas = quotas;
        this.throttle = throttle;
        this.mail = mail;
        this.clock = clock;
    }

    /** Lists members and invitations of the caller's tenant. */
    public Paged<SeenMember> list(Caller caller, Page page) {
        return transactions.call(() -> store.list(caller.tenant(), clock.instant(), page));
    }

    /**
     * Gives a member another role, or invites an address; it does not tell whether somebody has an
     * account with it.
     */
    public SeenMember put(Caller caller, NewMember wanted) {
        caller.mustBe(Role.ADMIN);
        Email email = wanted.checkedEmail();
        Role role = wanted.checkedRole();
        MemberRules.mustCover(caller, role);
        AtomicBoolean invited = new AtomicBoolean();
        SeenMember seen =
                transactions.call(
                        () -> {
                            store.lock(caller.tenant());
                            Optional<Member> member = store.find(caller.tenant(), email);
                            invited.set(member.isEmpty());
                            return member.map(one -> changed(caller, one, role))
                                    .orElseGet(() -> invited(caller, email, role));
                        });
        if (invited.get()) {
            transactions.afterwards(() -> mail.send(InvitationLetter.of(caller, email, role)));
        }
        return seen;
    }

    private SeenMember changed(Caller caller, Member member, Role role) {
        Deed.on("member", member.user()).changed("role", role.word());
        MemberRules.mustMayChange(caller, member);
        if (role != Role.OWNER) {
            mustNotBeLast(caller.tenant(), member);
        }
        store.change(caller.tenant(), member.user(), role);
        return new SeenMember(member.user().value(), member.email(), role, Optional.empty());
    }

    private SeenMember invited(Caller caller, Email email, Role role) {
        Instant now = clock.instant();
        throttle.invitation(caller.tenant());
        quotas.mustFit(caller.tenant(), Quota.MEMBERS, 1);
        Invitation invitation =
                new Invitation(
                        new InvitationId(UUID.randomUUID()),
                        caller.tenant(),
                        email,
                        role,
                        now.plus(INVITATION));
        Deed.on("invitation", invitation.id()).changed("role", role.word());
        invitations.put(invitation, caller.user(), now);
        return new SeenMember(
                invitation.id().value(), email.value(), role, Optional.of(invitation.expiresAt()));
    }

    /** Removes a member, effective at once, or an invitation. */
    public void remove(Caller caller, String id) {
        caller.mustBe(Role.ADMIN);
        transactions.run(
                () -> {
                    Deed.on("member", id);
                    store.lock(caller.tenant());
                    if (!removedMember(caller, id) && !removedInvitation(caller, id)) {
                        throw Refusal.absent("member", id);
                    }
                });
    }

    private boolean removedMember(Caller caller, String id) {
        Optional<Member> found =
                UserId.parse(id).flatMap(user -> store.find(caller.tenant(), user));
        found.ifPresent(
                member -> {
                    MemberRules.mustMayChange(caller, member);
                    mustNotBeLast(caller.tenant(), member);
                    store.remove(caller.tenant(), member.user());
                });
        return found.isPresent();
    }

    private boolean removedInvitation(Caller caller, String id) {
        Optional<Invitation> found =
                InvitationId.parse(id)
                        .flatMap(invitation -> invitations.find(caller.tenant(), invitation));
        found.ifPresent(
                invitation -> {
                    Deed.on("invitation", invitation.id());
                    MemberRules.mustCover(caller, invitation.role());
                    invitations.remove(caller.tenant(), invitation.id());
                });
        return found.isPresent();
    }

    private void mustNotBeLast(TenantId tenant, Member member) {
        if (member.role() == Role.OWNER && store.owners(tenant) <= 1) {
            throw MemberRules.conflict(member, "he is the last owner; make another owner first");
        }
    }
}
