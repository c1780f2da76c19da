package dev.berth.intent.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.intent.FakeTransactions;
import dev.berth.intent.MovableClock;
import dev.berth.intent.account.InMemoryAttempts;
import dev.berth.intent.account.Throttle;
import dev.berth.intent.mail.Letter;
import dev.berth.model.Caller;
import dev.berth.model.Email;
import dev.berth.model.Member;
import dev.berth.model.Page;
import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import dev.berth.model.Role;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MembersTest {

    private final FakeTransactions transactions = new FakeTransactions();
    private final MovableClock clock = new MovableClock();
    private final InMemoryMembers store = new InMemoryMembers(transactions);
    private final InMemoryQuotas quotas = new InMemoryQuotas(transactions);
    private final List<Letter> letters = new ArrayList<>();
    private final Members members =
            new Members(
                    transactions,
                    store,
                    store,
                    new Quotas(transactions, quotas, Map.of()),
                    new Throttle(new InMemoryAttempts(transactions), clock),
                    letters::add,
                    clock);
    private final Tenancy tenancy = new Tenancy(transactions, store, store, clock);

    private final TenantId tenant = new TenantId(UUID.randomUUID());
    private final Caller owner = member("owner@example.org", Role.OWNER, true);
    private final Caller stranger = caller("eve@example.org", Role.OWNER, somebodys());

    @Test
    void invitedAddressIsMailedListedAndAMemberOnceItNamesTheTenant() {
        SeenMember invited = members.put(owner, new NewMember("Eve@example.org", "viewer"));

        assertThat(letters).extracting(Letter::to).containsExactly(new Email("eve@example.org"));
        assertThat(letters.getFirst().text()).contains(tenant.toString());
        assertThat(members.list(owner, Page.FIRST).items()).contains(invited);
        Caller acting = tenancy.actingFor(stranger, tenant.toString());
        assertThat(acting.tenant()).isEqualTo(tenant);
        assertThat(acting.role()).isEqualTo(Role.VIEWER);
        assertThat(members.list(owner, Page.FIRST).items())
                .extracting(SeenMember::id)
                .containsExactly(owner.user().value(), stranger.user().value());
    }

    @Test
    void tenantThatIsForeignUnknownOrNoneAnswersAlike() {
        for (String asked :
                List.of(tenant.toString(), UUID.randomUUID().toString(), "nonsense", " ")) {
            Refusal refused = refusal(() -> tenancy.actingFor(stranger, asked));
            assertThat(refused).hasMessage("there is no tenant '" + asked + "'");
            assertThat(refused.kind()).isEqualTo(Refusal.Kind.ABSENT);
        }
    }

    @Test
    void removedMemberIsNoneAtOnce() {
        Caller developer = member("dev@example.org", Role.DEVELOPER, false);
        Caller elsewhere = caller("dev@example.org", Role.OWNER, somebodys(), developer.user());
        tenancy.actingFor(elsewhere, tenant.toString());

        members.remove(owner, developer.user().toString());

        assertThat(refusal(() -> tenancy.actingFor(elsewhere, tenant.toString())).kind())
                .isEqualTo(Refusal.Kind.ABSENT);
    }

    @Test
    void invitationThatIsOverLetsNobodyIn() {
        members.put(owner, new NewMember("eve@example.org", "viewer"));

        clock.forward(Members.INVITATION);

        assertThat(refusal(() -> tenancy.actingFor(stranger, tenant.toString())).kind())
                .isEqualTo(Refusal.Kind.ABSENT);
    }

    @Test
    void withdrawnInvitationLetsNobodyIn() {
        SeenMember invited = members.put(owner, new NewMember("eve@example.org", "viewer"));

        members.remove(owner, invited.id().toString());

        assertThat(refusal(() -> tenancy.actingFor(stranger, tenant.toString()))).isNotNull();
        assertThat(refusal(() -> members.remove(owner, invited.id().toString())).kind())
                .isEqualTo(Refusal.Kind.ABSENT);
    }

    @Test
    void memberGetsAnotherRoleWithoutALetter() {
        Caller developer = member("dev@example.org", Role.DEVELOPER, false);

        members.put(owner, new NewMember("dev@example.org", "admin"));

        assertThat(store.role(tenant, developer.user())).contains(Role.ADMIN);
        assertThat(letters).isEmpty();
    }

    @Test
    void lastOwnerStaysAndStaysOwner() {
        TenantId shared = new TenantId(UUID.randomUUID());
        UserId only = new UserId(UUID.randomUUID());
        store.join(shared, new Member(only, "only@example.org", Role.OWNER, false));
        Caller last = caller("only@example.org", Role.OWNER, shared, only);

        Refusal removed = refusal(() -> members.remove(last, only.toString()));
        Refusal demoted =
                refusal(() -> members.put(last, new NewMember("only@example.org", "viewer")));

        assertThat(removed.kind()).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(removed).hasMessageContaining("last owner");
        assertThat(demoted.kind()).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(store.role(shared, only)).contains(Role.OWNER);
    }

    @Test
    void nobodyIsRemovedFromHisPersonalTenant() {
        Caller second = member("second@example.org", Role.OWNER, false);

        Refusal refused = refusal(() -> members.remove(second, owner.user().toString()));

        assertThat(refused.kind()).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(refused).hasMessageContaining("personal");
    }

    @Test
    void adminNeitherMakesNorRemovesOwners() {
        Caller admin = member("admin@example.org", Role.ADMIN, false);
        Caller second = member("second@example.org", Role.OWNER, false);

        assertThat(
                        refusal(() -> members.put(admin, new NewMember("x@example.org", "owner")))
                                .kind())
                .isEqualTo(Refusal.Kind.DENIED);
        assertThat(refusal(() -> members.remove(admin, second.user().toString())).kind())
                .isEqualTo(Refusal.Kind.DENIED);
        assertThat(
                        refusal(
                                        () ->
                                                members.put(
                                                        admin,
                                                        new NewMember(
                                                                "second@example.org", "viewer")))
                                .kind())
                .isEqualTo(Refusal.Kind.DENIED);
    }

    @Test
    void developerAndViewerChangeNothing() {
        for (Role role : List.of(Role.DEVELOPER, Role.VIEWER)) {
            Caller caller = caller("some@example.org", role, tenant);
            assertThat(
                            refusal(
                                            () ->
                                                    members.put(
                                                            caller,
                                                            new NewMember(
                                                                    "x@example.org", "viewer")))
                                    .kind())
                    .isEqualTo(Refusal.Kind.DENIED);
            assertThat(refusal(() -> members.remove(caller, owner.user().toString())).kind())
                    .isEqualTo(Refusal.Kind.DENIED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "00000000-0000-0000-0000-000000000000"})
    void whatIsNoMemberIsAbsent(String id) {
        assertThat(refusal(() -> members.remove(owner, id)))
                .hasMessage("there is no member '" + id + "'");
    }

    @Test
    void memberOfAnotherTenantIsAbsent() {
        Caller foreign = caller("x@example.org", Role.OWNER, somebodys());

        assertThat(refusal(() -> members.remove(foreign, owner.user().toString())).kind())
                .isEqualTo(Refusal.Kind.ABSENT);
    }

    @Test
    void roleThatIsNotKnownNamesTheKnownOnes() {
        Refusal refused = refusal(() -> members.put(owner, new NewMember("x@example.org", "king")));

        assertThat(refused.kind()).isEqualTo(Refusal.Kind.IMPOSSIBLE);
        assertThat(refused.problems()).extracting(Problem::pointer).containsExactly("/role");
        assertThat(refused).hasMessageContaining("owner, admin, developer, viewer");
    }

    @Test
    void quotaOfMembersHolds() {
        transactions.run(() -> quotas.add(tenant, Map.of(Quota.MEMBERS, 1L)));
        quotas.use(Quota.MEMBERS, 1);

        assertThat(
                        refusal(() -> members.put(owner, new NewMember("x@example.org", "viewer")))
                                .kind())
                .isEqualTo(Refusal.Kind.EXHAUSTED);
        assertThat(letters).isEmpty();
    }

    private Caller member(String email, Role role, boolean personal) {
        Caller caller = caller(email, role, tenant);
        store.join(tenant, new Member(caller.user(), email, role, personal));
        return caller;
    }

    private static Caller caller(String email, Role role, TenantId tenant) {
        return caller(email, role, tenant, new UserId(UUID.randomUUID()));
    }

    private static Caller caller(String email, Role role, TenantId tenant, UserId user) {
        return new Caller(user, email, tenant, role, Optional.empty());
    }

    private static TenantId somebodys() {
        return new TenantId(UUID.randomUUID());
    }

    private static Refusal refusal(ThrowingCallable action) {
        return catchThrowableOfType(Refusal.class, action);
    }
}
