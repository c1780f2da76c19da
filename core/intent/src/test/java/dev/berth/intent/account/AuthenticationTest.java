package dev.berth.intent.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.intent.FakeTransactions;
import dev.berth.intent.MovableClock;
import dev.berth.intent.report.InMemoryOperators;
import dev.berth.model.Caller;
import dev.berth.model.Refusal;
import dev.berth.model.Rights;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthenticationTest {

    private static final String EMAIL = "admin@example.org";
    private static final Origin HERE = new Origin("192.0.2.1");
    private static final String TOKEN = "bt_token";

    private final FakeTransactions transactions = new FakeTransactions();
    private final InMemoryAccounts accounts = new InMemoryAccounts(transactions);
    private final PlainPasswords passwords = new PlainPasswords();
    private final MovableClock clock = new MovableClock();
    private final InMemoryTokens tokens = new InMemoryTokens(transactions, accounts);
    private final FirstAdmin admin =
            new FirstAdmin(
                    transactions,
                    accounts,
                    tokens,
                    new InMemoryOperators(transactions),
                    _ -> {},
                    passwords,
                    clock);
    private final Authentication authentication =
            new Authentication(
                    transactions,
                    accounts,
                    passwords,
                    new PlainTokens(),
                    new TokenAuthentication(tokens, clock),
                    new Throttle(new InMemoryAttempts(transactions), clock),
                    clock);

    @BeforeEach
    void addAdmin() {
        admin.ensure(EMAIL, "secret", TOKEN);
    }

    @Test
    void loginOpensASession() {
        Authentication.Session session = authentication.login(EMAIL, "secret", HERE);

        Caller caller = authentication.authenticate(session.token());

        assertThat(caller.user()).isEqualTo(session.user());
        assertThat(caller.session()).isPresent();
    }

    @Test
    void addressIsTheSameInUpperCase() {
        assertThat(authentication.login("Admin@Example.ORG", "secret", HERE).token()).isNotEmpty();
    }

    @Test
    void tokenOfASessionIsNotPrinted() {
        Authentication.Session session = authentication.login(EMAIL, "secret", HERE);

        assertThat(session.toString()).doesNotContain(session.token());
    }

    @Test
    void wrongPasswordAndUnknownAddressAnswerAlike() {
        Refusal wrong = refusal(() -> authentication.login(EMAIL, "guess", HERE));
        Refusal unknown = refusal(() -> authentication.login("nobody@example.org", "guess", HERE));

        assertThat(wrong.kind()).isEqualTo(Refusal.Kind.UNAUTHENTICATED);
        assertThat(unknown).hasMessage(wrong.getMessage());
        assertThat(unknown.kind()).isEqualTo(wrong.kind());
    }

    @Test
    void unknownAddressTakesTheWayOverTheHashToo() {
        refusal(() -> authentication.login("nobody@example.org", "secret", HERE));

        assertThat(passwords.compared()).hasSize(1).doesNotContain("hash of secret");
    }

    @Test
    void sessionEndsAfterADay() {
        String token = authentication.login(EMAIL, "secret", HERE).token();

        clock.forward(Authentication.SESSION);

        assertThat(refusal(() -> authentication.authenticate(token)).kind())
                .isEqualTo(Refusal.Kind.UNAUTHENTICATED);
    }

    @Test
    void logoutEndsTheSession() {
        String token = authentication.login(EMAIL, "secret", HERE).token();
        Caller caller = authentication.authenticate(token);

        authentication.logout(caller);
        authentication.logout(caller);

        assertThat(refusal(() -> authentication.authenticate(token)).kind())
                .isEqualTo(Refusal.Kind.UNAUTHENTICATED);
    }

    @Test
    void personalTokenSurvivesALogout() {
        Caller caller = authentication.authenticate(TOKEN);

        authentication.logout(caller);

        assertThat(authentication.authenticate(TOKEN)).isEqualTo(caller);
        assertThat(caller.session()).isEqualTo(Optional.empty());
    }

    @Test
    void tokenOfTheCommandLineMayDoEverything() {
        assertThat(authentication.authenticate(TOKEN).rights()).isEqualTo(Rights.ALL);
    }

    @Test
    void logoutEndsNoOtherSession() {
        String other = authentication.login(EMAIL, "secret", HERE).token();
        Caller caller =
                authentication.authenticate(authentication.login(EMAIL, "secret", HERE).token());

        authentication.logout(caller);

        assertThat(authentication.authenticate(other).user()).isEqualTo(caller.user());
    }

    @Test
    void forgedTokenIsRefused() {
        assertThat(refusal(() -> authentication.authenticate("bt_other")).kind())
                .isEqualTo(Refusal.Kind.UNAUTHENTICATED);
        assertThat(refusal(() -> authentication.authenticate("")).kind())
                .isEqualTo(Refusal.Kind.UNAUTHENTICATED);
        assertThat(refusal(() -> authentication.authenticate("session " + UUID.randomUUID())))
                .isNotNull();
    }

    @Test
    void firstAdminIsMadeOnce() {
        admin.ensure("other@example.org", "other", "bt_other");

        assertThat(accounts.size()).isEqualTo(1);
        assertThat(refusal(() -> authentication.authenticate("bt_other"))).isNotNull();
    }

    private static Refusal refusal(ThrowingCallable action) {
        return catchThrowableOfType(Refusal.class, action);
    }
}
