package dev.berth.intent.login;

import static dev.berth.intent.account.Reception.ELSEWHERE;
import static dev.berth.intent.account.Reception.HOME;
import static dev.berth.intent.account.Reception.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.intent.account.Admission;
import dev.berth.intent.account.Reception;
import dev.berth.model.Caller;
import dev.berth.model.Email;
import dev.berth.model.Invitation;
import dev.berth.model.InvitationId;
import dev.berth.model.Refusal;
import dev.berth.model.Rights;
import dev.berth.model.Role;
import dev.berth.model.Scope;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderLoginsTest {

    private static final String ADA = "ada@example.org";

    private final Reception reception = new Reception(Admission.OPEN);
    private final InMemoryLogins store = new InMemoryLogins(reception.transactions);
    private final SplittableRandom random = new SplittableRandom(1);
    private final ProviderLogins logins = logins(Admission.OPEN, false);

    @Test
    void whoIsNewGetsAnAccountAndComesBackToIt() {
        Caller first = reception.authentication.authenticate(token(login("7 " + ADA)));
        Caller again = reception.authentication.authenticate(token(login("7 other@example.org")));

        assertThat(again.user()).isEqualTo(first.user());
        assertThat(first.email()).isEqualTo(ADA);
        assertThat(first.role()).isEqualTo(Role.OWNER);
        assertThat(reception.accounts.size()).isEqualTo(1);
    }

    @Test
    void browserIsSentToItsPathWithoutAnySecretAndTakesItsSessionOnce() {
        Departure departure = logins.begin("company", "/console?tab=1", HOME);

        Landing landing = land(departure, "7 " + ADA);
        Optional<Ticket> ticket = Optional.of(departure.ticket());
        String token = logins.take(ticket).token();

        assertThat(landing).isEqualTo(new Landing.Sent("/console?tab=1"));
        assertThat(reception.authentication.authenticate(token).email()).isEqualTo(ADA);
        assertThat(refused(() -> logins.take(ticket))).isEqualTo(Refusal.Kind.UNAUTHENTICATED);
        assertThat(refused(() -> logins.take(Optional.empty())))
                .isEqualTo(Refusal.Kind.UNAUTHENTICATED);
    }

    @Test
    void sessionThatIsNotTakenInTimeIsNone() {
        Departure departure = logins.begin("company", "/", HOME);
        land(departure, "7 " + ADA);

        reception.clock.forward(ProviderLogins.LIFE);

        assertThat(refused(() -> logins.take(Optional.of(departure.ticket()))))
                .isEqualTo(Refusal.Kind.UNAUTHENTICATED);
    }

    @Test
    void browserComesBackOnce() {
        Departure departure = logins.begin("company", "", HOME);
        land(departure, "7 " + ADA);

        assertThat(refused(() -> land(departure, "7 " + ADA)))
                .isEqualTo(Refusal.Kind.UNAUTHENTICATED);
    }

    @Test
    void browserComesBackInTime() {
        Departure departure = logins.begin("company", "", HOME);

        reception.clock.forward(ProviderLogins.LIFE);

        assertThat(refused(() -> land(departure, "7 " + ADA)))
                .isEqualTo(Refusal.Kind.UNAUTHENTICATED);
    }

    @Test
    void browserThatDidNotBeginTheLoginDoesNotEndIt() {
        Departure attackers = logins.begin("company", "", ELSEWHERE);
        Departure victims = logins.begin("company", "", HOME);
        Return back = back(attackers.ticket().state(), "7 " + ADA);

        assertThat(refused(() -> logins.land("company", kept(victims), back, HOME)))
                .isEqualTo(Refusal.Kind.UNAUTHENTICATED);
        assertThat(refused(() -> logins.land("company", Optional.empty(), back, HOME)))
                .isEqualTo(Refusal.Kind.UNAUTHENTICATED);
        assertThat(reception.accounts.size()).isZero();
    }

    @Test
    void loginOfOneProviderDoesNotEndAtAnother() {
        Departure departure = logins.begin("company", "", HOME);

        Refusal.Kind kind =
                refused(
                        () ->
                                logins.land(
                                        "other",
                                        kept(departure),
                                        back(departure.ticket().state(), "7 " + ADA),
                                        HOME));

        assertThat(kind).isEqualTo(Refusal.Kind.UNAUTHENTICATED);
    }

    @Test
    void refusalOfTheProviderIsToldInAWordAlone() {
        assertThat(refusal(() -> land(logins.begin("company", "", HOME), "", "access_denied")))
                .hasMessageContaining("access_denied");
        assertThat(refusal(() -> land(logins.begin("company", "", HOME), "", "<script>")))
                .hasMessageNotContaining("script");
    }

    @Test
    void accountIsNotTakenOverByAnEqualAddress() {
        reception.register(ADA);

        assertThat(refused(() -> login("7 " + ADA))).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(refused(() -> login("7 " + ADA))).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(reception.accounts.size()).isEqualTo(1);
    }

    @Test
    void accountWithAnEqualAddressIsMeantWhereTheOperatorSaysSo() {
        UserId ada = reception.register(ADA).session().user();

        Landing landing = login(logins(Admission.CLOSED, true), "7 " + ADA);

        assertThat(((Landing.Opened) landing).session().user()).isEqualTo(ada);
    }

    @Test
    void unverifiedAddressLetsNobodyIn() {
        reception.register(ADA);

        assertThat(refused(() -> login(logins(Admission.OPEN, true), "7")))
                .isEqualTo(Refusal.Kind.DENIED);
    }

    @Test
    void whereRegistrationIsClosedOnlyTheInvitedComeIn() {
        ProviderLogins closed = logins(Admission.CLOSED, false);
        TenantId tenant = new TenantId(UUID.randomUUID());
        invite(tenant, "bob@example.org");

        assertThat(refused(() -> login(closed, "7 " + ADA))).isEqualTo(Refusal.Kind.DENIED);
        Landing landing = login(closed, "8 bob@example.org");

        UserId bob = ((Landing.Opened) landing).session().user();
        assertThat(reception.members.role(tenant, bob)).contains(Role.DEVELOPER);
        assertThat(reception.accounts.size()).isEqualTo(1);
    }

    @Test
    void userWhoLinkedALoginComesByIt() {
        UserId ada = reception.register(ADA).session().user();
        Departure departure = logins.link(caller(ada), "company", "", HOME);

        Landing linked = land(departure, "7 somebody@example.org");

        assertThat(linked).isEqualTo(new Landing.Linked("company"));
        assertThat(((Landing.Opened) login("7")).session().user()).isEqualTo(ada);
    }

    @Test
    void loginOfAnotherUserIsNotLinked() {
        login("7 bob@example.org");
        UserId ada = reception.register(ADA).session().user();
        Departure departure = logins.link(caller(ada), "company", "", HOME);

        assertThat(refused(() -> land(departure, "7"))).isEqualTo(Refusal.Kind.CONFLICT);
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
        UserId ada = ((Landing.Opened) login("7 " + ADA)).session().user();
        LinkedLogins linked = new LinkedLogins(reception.transactions, identities());
        String id = linked.list(caller(ada)).getFirst().id().toString();
        UserId bob = ((Landing.Opened) login("8 bob@example.org")).session().user();

        assertThat(refused(() -> linked.remove(caller(bob), id))).isEqualTo(Refusal.Kind.ABSENT);
        assertThat(refused(() -> linked.remove(caller(ada), "x"))).isEqualTo(Refusal.Kind.ABSENT);
        linked.remove(caller(ada), id);

        assertThat(refused(() -> login("7 " + ADA))).isEqualTo(Refusal.Kind.CONFLICT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example.org",
                "/\\evil.example.org",
                "https://evil.example.org/",
                "javascript:alert(1)",
                "console",
                "/a\\b",
                "/a\r\nSet-Cookie: b",
                "/a#token",
                "\\/evil.example.org"
            })
    void placeThatIsNotBerthsOwnIsRefused(String path) {
        assertThat(refused(() -> logins.begin("company", path, HOME)))
                .isEqualTo(Refusal.Kind.MALFORMED);
    }

    @Test
    void providerThatIsNotSetUpIsAbsent() {
        assertThat(refused(() -> logins.begin("nobody", "", HOME))).isEqualTo(Refusal.Kind.ABSENT);
    }

    @Test
    void loginsAreBegunEverMoreSlowlyFromOnePlaceAndNotFromAnother() {
        for (int n = 0; n < 50; n++) {
            logins.begin("company", "", HOME);
        }

        assertThat(refused(() -> logins.begin("company", "", HOME)))
                .isEqualTo(Refusal.Kind.EXHAUSTED);
        logins.begin("company", "", ELSEWHERE);
    }

    @Test
    void goodLoginsAreNotCounted() {
        for (int n = 0; n < 60; n++) {
            login("7 " + ADA);
        }

        assertThat(reception.accounts.size()).isEqualTo(1);
    }

    @Test
    void whoCameByAProviderHasNoPasswordThatAnybodyKnows() {
        login("7 " + ADA);

        assertThat(refused(() -> reception.authentication.login(ADA, PASSWORD, HOME)))
                .isEqualTo(Refusal.Kind.UNAUTHENTICATED);
    }

    @Test
    void ticketIsToldByNothingThatIsMadeOfIt() {
        Ticket ticket = logins.begin("company", "", HOME).ticket();

        assertThat(
                        Set.of(
                                ticket.secret(),
                                ticket.state(),
                                ticket.nonce(),
                                ticket.verifier(),
                                ticket.challenge(),
                                ticket.key()))
                .hasSize(6);
        assertThat(ticket.toString()).doesNotContain(ticket.secret());
        assertThat(back(ticket.state(), "canary").toString()).doesNotContain("canary");
    }

    private ProviderLogins logins(Admission admission, boolean linksByEmail) {
        return new ProviderLogins(
                reception.transactions,
                new Providers(
                        List.of(
                                provider("company", admission, linksByEmail),
                                provider("other", admission, linksByEmail))),
                store,
                identities(),
                reception.authentication,
                reception.throttle,
                reception.clock,
                random);
    }

    private static LoginProvider provider(String name, Admission admission, boolean linksByEmail) {
        return new PlainProvider(new LoginOption(name, name, admission, linksByEmail));
    }

    private Identities identities() {
        return new Identities(store, reception.accounts, reception.newcomers(), reception.clock);
    }

    private Landing login(String code) {
        return login(logins, code);
    }

    private Landing login(ProviderLogins by, String code) {
        Departure departure = by.begin("company", "", HOME);
        return by.land("company", kept(departure), back(departure.ticket().state(), code), HOME);
    }

    private Landing land(Departure departure, String code) {
        return land(departure, code, "");
    }

    private Landing land(Departure departure, String code, String error) {
        Return back = new Return(departure.ticket().state(), code, error, Optional.empty());
        return logins.land("company", kept(departure), back, HOME);
    }

    private static Optional<Ticket> kept(Departure departure) {
        return Optional.of(departure.ticket());
    }

    private static Return back(String state, String code) {
        return new Return(state, code, "", Optional.empty());
    }

    private static String token(Landing landing) {
        return ((Landing.Opened) landing).session().token();
    }

    private static Caller caller(UserId user) {
        return new Caller(user, ADA, new TenantId(UUID.randomUUID()), Role.OWNER, Optional.empty());
    }

    private void invite(TenantId tenant, String email) {
        reception.transactions.run(
                () ->
                        reception.members.put(
                                new Invitation(
                                        new InvitationId(UUID.randomUUID()),
                                        tenant,
                                        new Email(email),
                                        Role.DEVELOPER,
                                        reception.clock.instant().plus(Duration.ofDays(1))),
                                new UserId(UUID.randomUUID()),
                                reception.clock.instant()));
    }

    private static Refusal.Kind refused(ThrowingCallable work) {
        return refusal(work).kind();
    }

    private static Refusal refusal(ThrowingCallable work) {
        return catchThrowableOfType(Refusal.class, work);
    }
}
