package dev.berth.intent.tenant;

import dev.berth.intent.FakeTransactions;
import dev.berth.model.Email;
import dev.berth.model.Invitation;
import dev.berth.model.InvitationId;
import dev.berth.model.Member;
import dev.berth.model.Page;
import dev.berth.model.Paged;
import dev.berth.model.Role;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Keeps members and invitations for the length of a test. */
public final class InMemoryMembers implements MemberStore, InvitationStore {

    private final FakeTransactions transactions;
    private final List<Map.Entry<TenantId, Member>> members = new ArrayList<>();
    private final List<Invitation> invitations = new ArrayList<>();

    /** Creates it empty. */
    public InMemoryMembers(FakeTransactions transactions) {
        this.transactions = transactions;
    }

    /** Makes somebody a member; needs no transaction. */
    public void join(TenantId tenant, Member member) {
        members.add(Map.entry(tenant, member));
    }

    /** Returns the invitations; needs no transaction. */
    public List<Invitation> invitations() {
        return List.copyOf(invitations);
    }

    @Override
    public Optional<Role> role(TenantId tenant, UserId user) {
        return of(tenant).filter(one -> one.user().equals(user)).map(Member::role).findAny();
    }

    @Override
    public void lock(TenantId tenant) {
        transactions.mustBeOpen();
    }

    @Override
    public Paged<SeenMember> list(TenantId tenant, Instant now, Page page) {
        transactions.mustBeOpen();
        List<SeenMember> all =
                Stream.concat(
                                of(tenant).map(InMemoryMembers::seen),
                                invitations.stream()
                                        .filter(one -> one.tenant().equals(tenant))
                                        .filter(one -> one.expiresAt().isAfter(now))
                                        .map(InMemoryMembers::seen))
                        .toList();
        return new Paged<>(
                all.stream().skip(page.offset()).limit(page.limit()).toList(), all.size());
    }

    @Override
    public Optional<Member> find(TenantId tenant, UserId user) {
        transactions.mustBeOpen();
        return of(tenant).filter(one -> one.user().equals(user)).findAny();
    }

    @Override
    public Optional<Member> find(TenantId tenant, Email email) {
        transactions.mustBeOpen();
        return of(tenant).filter(one -> one.email().equals(email.value())).findAny();
    }

    @Override
    public long owners(TenantId tenant) {
        transactions.mustBeOpen();
        return of(tenant).filter(one -> one.role() == Role.OWNER).count();
    }

    @Override
    public void change(TenantId tenant, UserId user, Role role) {
        Member member = find(tenant, user).orElseThrow();
        remove(tenant, user);
        join(tenant, new Member(user, member.email(), role, member.personal()));
    }

    @Override
    public void remove(TenantId tenant, UserId user) {
        transactions.mustBeOpen();
        members.removeIf(one -> one.getKey().equals(tenant) && one.getValue().user().equals(user));
    }

    @Override
    public void put(Invitation invitation, UserId invitedBy, Instant now) {
        transactions.mustBeOpen();
        invitations.removeIf(
                one ->
                        one.tenant().equals(invitation.tenant())
                                && one.email().equals(invitation.email()));
        invitations.add(invitation);
    }

    @Override
    public Optional<Invitation> find(TenantId tenant, InvitationId id) {
        transactions.mustBeOpen();
        return invitations.stream()
                .filter(one -> one.tenant().equals(tenant) && one.id().equals(id))
                .findAny();
    }

    @Override
    public void remove(TenantId tenant, InvitationId id) {
        transactions.mustBeOpen();
        invitations.removeIf(one -> one.tenant().equals(tenant) && one.id().equals(id));
    }

    @Override
    public boolean invited(Email email, Instant now) {
        transactions.mustBeOpen();
        return invitations.stream().anyMatch(good(email, now));
    }

    @Override
    public Optional<Role> accept(TenantId tenant, UserId user, Email email, Instant now) {
        transactions.mustBeOpen();
        accept(user, good(email, now).and(one -> one.tenant().equals(tenant)));
        return role(tenant, user);
    }

    @Override
    public void acceptAll(UserId user, Email email, Instant now) {
        transactions.mustBeOpen();
        accept(user, good(email, now));
    }

    private void accept(UserId user, Predicate<Invitation> which) {
        invitations.stream()
                .filter(which)
                .forEach(
                        one ->
                                join(
                                        one.tenant(),
                                        new Member(user, one.email().value(), one.role(), false)));
        invitations.removeIf(which);
    }

    private static Predicate<Invitation> good(Email email, Instant now) {
        return one -> one.email().equals(email) && one.expiresAt().isAfter(now);
    }

    private Stream<Member> of(TenantId tenant) {
        return members.stream().filter(one -> one.getKey().equals(tenant)).map(Map.Entry::getValue);
    }

    private static SeenMember seen(Member member) {
        return new SeenMember(
                member.user().value(), member.email(), member.role(), Optional.empty());
    }

    private static SeenMember seen(Invitation one) {
        return new SeenMember(
                one.id().value(), one.email().value(), one.role(), Optional.of(one.expiresAt()));
    }
}
