package dev.berth.store.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.intent.tenant.InvitationStore;
import dev.berth.intent.tenant.MemberStore;
import dev.berth.intent.tenant.SeenMember;
import dev.berth.model.Email;
import dev.berth.model.Invitation;
import dev.berth.model.InvitationId;
import dev.berth.model.Member;
import dev.berth.model.Page;
import dev.berth.model.Paged;
import dev.berth.model.Role;
import dev.berth.store.World;
import dev.berth.store.World.Tenant;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SqlMembersIT {

    private static final World WORLD = new World();
    private static final Instant END = World.NOW.plusSeconds(60);

    private final MemberStore members = WORLD.outer.members();
    private final InvitationStore invitations = WORLD.outer.invitations();
    private final Tenant tenant = WORLD.tenant();
    private final Tenant guest = WORLD.tenant();
    private final Tenant other = WORLD.tenant();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void ownerOfAPersonalTenantIsItsMember() {
        assertThat(call(() -> members.find(tenant.id(), tenant.user())))
                .contains(new Member(tenant.user(), tenant.email(), Role.OWNER, true));
        assertThat(call(() -> members.owners(tenant.id()))).isEqualTo(1);
        assertThat(members.role(tenant.id(), tenant.user())).contains(Role.OWNER);
        assertThat(members.role(tenant.id(), guest.user())).isEmpty();
    }

    @Test
    void invitationMakesAMemberOnce() {
        invite(guest, Role.DEVELOPER, END);

        Optional<Role> accepted = accept(World.NOW);
        Optional<Role> again = accept(World.NOW);

        assertThat(accepted).contains(Role.DEVELOPER);
        assertThat(again).isEmpty();
        assertThat(call(() -> members.find(tenant.id(), new Email(guest.email()))))
                .contains(new Member(guest.user(), guest.email(), Role.DEVELOPER, false));
        assertThat(members.role(guest.id(), guest.user())).contains(Role.OWNER);
    }

    @Test
    void invitationThatIsOverOrOfAnotherTenantMakesNone() {
        invite(guest, Role.DEVELOPER, END);

        assertThat(accept(END)).isEmpty();
        assertThat(
                        call(
                                () ->
                                        invitations.accept(
                                                other.id(),
                                                guest.user(),
                                                new Email(guest.email()),
                                                World.NOW)))
                .isEmpty();
        assertThat(members.role(tenant.id(), guest.user())).isEmpty();
    }

    @Test
    void newUserIsMadeAMemberWhereverHeIsInvited() {
        invite(guest, Role.DEVELOPER, END);
        WORLD.transactions.run(
                () ->
                        invitations.put(
                                invitation(other, guest, Role.ADMIN, END),
                                other.user(),
                                World.NOW));

        WORLD.transactions.run(
                () -> invitations.acceptAll(guest.user(), new Email(guest.email()), World.NOW));

        assertThat(members.role(tenant.id(), guest.user())).contains(Role.DEVELOPER);
        assertThat(members.role(other.id(), guest.user())).contains(Role.ADMIN);
        assertThat(call(() -> invitations.invited(new Email(guest.email()), World.NOW))).isFalse();
    }

    @Test
    void laterInvitationTakesThePlaceOfAnEarlierOne() {
        InvitationId first = invite(guest, Role.ADMIN, END);
        InvitationId second = invite(guest, Role.VIEWER, END);

        assertThat(call(() -> invitations.find(tenant.id(), first))).isEmpty();
        assertThat(call(() -> invitations.find(tenant.id(), second)))
                .map(Invitation::role)
                .contains(Role.VIEWER);
    }

    @Test
    void membersAreListedBeforeThoseWhoAreInvited() {
        invite(guest, Role.VIEWER, END);

        Paged<SeenMember> all = list(Page.FIRST, World.NOW);
        Paged<SeenMember> second = list(new Page(1, 1), World.NOW);

        assertThat(all.items())
                .extracting(SeenMember::email)
                .containsExactly(tenant.email(), guest.email());
        assertThat(all.items().getFirst().invitedUntil()).isEmpty();
        assertThat(all.items().getLast().invitedUntil()).contains(END);
        assertThat(all.total()).isEqualTo(2);
        assertThat(second.items()).containsExactly(all.items().getLast());
        assertThat(list(Page.FIRST, END).items()).hasSize(1);
    }

    @Test
    void memberGetsAnotherRoleAndIsRemovedInHisTenantAlone() {
        invite(guest, Role.VIEWER, END);
        accept(World.NOW);

        WORLD.transactions.run(() -> members.change(tenant.id(), guest.user(), Role.ADMIN));
        assertThat(members.role(tenant.id(), guest.user())).contains(Role.ADMIN);
        WORLD.transactions.run(() -> members.remove(tenant.id(), guest.user()));

        assertThat(members.role(tenant.id(), guest.user())).isEmpty();
        assertThat(members.role(guest.id(), guest.user())).contains(Role.OWNER);
    }

    @Test
    void invitationIsRemovedByItsTenantAlone() {
        InvitationId id = invite(guest, Role.VIEWER, END);

        WORLD.transactions.run(() -> invitations.remove(guest.id(), id));
        assertThat(call(() -> invitations.find(guest.id(), id))).isEmpty();
        assertThat(call(() -> invitations.find(tenant.id(), id))).isPresent();
        WORLD.transactions.run(() -> invitations.remove(tenant.id(), id));

        assertThat(call(() -> invitations.find(tenant.id(), id))).isEmpty();
    }

    private InvitationId invite(Tenant who, Role role, Instant end) {
        Invitation invitation = invitation(tenant, who, role, end);
        WORLD.transactions.run(() -> invitations.put(invitation, tenant.user(), World.NOW));
        return invitation.id();
    }

    private static Invitation invitation(Tenant into, Tenant who, Role role, Instant end) {
        return new Invitation(
                new InvitationId(UUID.randomUUID()), into.id(), new Email(who.email()), role, end);
    }

    private Optional<Role> accept(Instant now) {
        return call(
                () -> invitations.accept(tenant.id(), guest.user(), new Email(guest.email()), now));
    }

    private Paged<SeenMember> list(Page page, Instant now) {
        return call(() -> members.list(tenant.id(), now, page));
    }

    private static <T> T call(Supplier<T> work) {
        return WORLD.transactions.call(work);
    }
}
