package dev.berth.intent.login;

import static dev.berth.intent.account.Reception.HOME;
import static dev.berth.intent.account.Reception.PASSWORD;
import static dev.berth.intent.login.LoginScene.ADA;
import static dev.berth.intent.login.LoginScene.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.intent.account.Admission;
import dev.berth.intent.account.Reception;
import dev.berth.model.Caller;
import dev.berth.model.Refusal;
import dev.berth.model.Rights;
import dev.berth.model.Role;
import dev.berth.model.Scope;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class IdentitiesTest {

    private final LoginScene scene = new LoginScene();
    private final Reception reception = scene.reception;
    private final ProviderLogins logins = scene.logins;

    @Test
    void accountIsNotTakenOverByAnEqualAddress() {
        reception.register(ADA);

        assertThat(refused(() -> scene.login("7 " + ADA))).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(refused(() -> scene.login("7 " + ADA))).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(reception.accounts.size()).isEqualTo(1);
    }

    @Test
    void accountWithAnEqualAddressIsMeantWhereTheOperatorSaysSo() {
        UserId ada = reception.register(ADA).session().user();

        Landing landing = scene.login(scene.logins(Admission.CLOSED, true), "7 " + ADA);

        assertThat(((Landing.Opened) landing).session().user()).isEqualTo(ada);
    }

    @Test
    void unverifiedAddressLetsNobodyIn() {
        reception.register(ADA);

        assertThat(refused(() -> scene.login(scene.logins(Admission.OPEN, true), "7")))
                .isEqualTo(Refusal.Kind.DENIED);
    }

    @Test
    void whereRegistrationIsClosedOnlyTheInvitedComeIn() {
        ProviderLogins closed = scene.logins(Admission.CLOSED, false);
        TenantId tenant = reception.invite("bob@example.org");

        assertThat(refused(() -> scene.login(closed, "7 " + ADA))).isEqualTo(Refusal.Kind.DENIED);
        Landing landing = scene.login(closed, "8 bob@example.org");

        UserId bob = ((Landing.Opened) landing).session().user();
        assertThat(reception.members.role(tenant, bob)).contains(Role.DEVELOPER);
        assertThat(reception.accounts.size()).isEqualTo(1);
    }

    @Test
    void userWhoLinkedALoginComesByIt() {
        UserId ada = reception.register(ADA).session().user();
        Departure departure = logins.link(caller(ada), "company", "", HOME);

        Landing linked = scene.land(departure, "7 somebody@example.org");

        assertThat(linked).isEqualTo(new Landing.Linked("company"));
        assertThat(((Landing.Opened) scene.login("7")).session().user()).isEqualTo(ada);
    }

    @Test
    void loginOfAnotherUserIsNotLinked() {
        scene.login("7 bob@example.org");
        UserId ada = reception.register(ADA).session().user();
        Departure departure = logins.link(caller(ada), "company", "", HOME);

        assertThat(refused(() -> scene.land(departure, "7"))).isEqualTo(Refusal.Kind.CONFLICT);
    }

    @Test
    void tokenThatIsLimitedLinksNothing() {
        Caller limited =
                new Caller(
                        new UserId(UUID.randomUUID()),
                        ADA,
                        new TenantId(UUID.randomUUID()),
                        Role.OWNER,
                        Optional.empty(),
                        new Rights(Set.of(Scope.ADMIN), Optional.empty()));

        assertThat(refused(() -> logins.link(limited, "company", "", HOME)))
                .isEqualTo(Refusal.Kind.DENIED);
    }

    @Test
    void unlinkedLoginIsNoWayInAndNobodyElseUnlinksIt() {
        UserId ada = ((Landing.Opened) scene.login("7 " + ADA)).session().user();
        LinkedLogins linked = new LinkedLogins(reception.transactions, scene.identities());
        String id = linked.list(caller(ada)).getFirst().id().toString();
        UserId bob = ((Landing.Opened) scene.login("8 bob@example.org")).session().user();

        assertThat(refused(() -> linked.remove(caller(bob), id))).isEqualTo(Refusal.Kind.ABSENT);
        assertThat(refused(() -> linked.remove(caller(ada), "x"))).isEqualTo(Refusal.Kind.ABSENT);
        linked.remove(caller(ada), id);

        assertThat(refused(() -> scene.login("7 " + ADA))).isEqualTo(Refusal.Kind.CONFLICT);
    }

    @Test
    void whoIsNewGetsAnAccountAndComesBackToIt() {
        Caller first = reception.authentication.authenticate(token(scene.login("7 " + ADA)));
        Caller again =
                reception.authentication.authenticate(token(scene.login("7 other@example.org")));

        assertThat(again.user()).isEqualTo(first.user());
        assertThat(first.email()).isEqualTo(ADA);
        assertThat(first.role()).isEqualTo(Role.OWNER);
        assertThat(reception.accounts.size()).isEqualTo(1);
    }

    @Test
    void whoCameByAProviderHasNoPasswordThatAnybodyKnows() {
        scene.login("7 " + ADA);

        assertThat(refused(() -> reception.authentication.login(ADA, PASSWORD, HOME)))
                .isEqualTo(Refusal.Kind.UNAUTHENTICATED);
    }

    private static String token(Landing landing) {
        return ((Landing.Opened) landing).session().token();
    }

    private static Caller caller(UserId user) {
        return new Caller(user, ADA, new TenantId(UUID.randomUUID()), Role.OWNER, Optional.empty());
    }
}
