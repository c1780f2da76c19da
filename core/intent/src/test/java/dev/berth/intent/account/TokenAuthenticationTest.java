package dev.berth.intent.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.intent.FakeTransactions;
import dev.berth.intent.MovableClock;
import dev.berth.intent.report.InMemoryOperators;
import dev.berth.model.Caller;
import dev.berth.model.Page;
import dev.berth.model.Refusal;
import dev.berth.model.Rights;
import dev.berth.model.Scope;
import dev.berth.model.Token;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenAuthenticationTest {

    private static final String FIRST = "bt_first";

    private final FakeTransactions transactions = new FakeTransactions();
    private final InMemoryAccounts accounts = new InMemoryAccounts(transactions);
    private final InMemoryTokens store = new InMemoryTokens(transactions, accounts);
    private final PlainPasswords passwords = new PlainPasswords();
    private final MovableClock clock = new MovableClock();
    private final Authentication authentication =
            new Authentication(
                    transactions,
                    accounts,
                    passwords,
                    new PlainTokens(),
                    new TokenAuthentication(store, clock),
                    new Throttle(new InMemoryAttempts(transactions), clock),
                    clock);
    private final PersonalTokens tokens =
            new PersonalTokens(transactions, store, clock, new SecureRandom());

    @BeforeEach
    void addAdmin() {
        new FirstAdmin(
                        transactions,
                        accounts,
                        store,
                        new InMemoryOperators(transactions),
                        _ -> {},
                        passwords,
                        clock)
                .ensure("ada@example.org", "secret", FIRST);
    }

    @Test
    void callerHasTheRightsOfTheToken() {
        Instant end = clock.instant().plusSeconds(60);

        Caller caller = authentication.authenticate(make("ci", Optional.of(end)).text());

        assertThat(caller.rights()).isEqualTo(new Rights(Set.of(Scope.DEPLOY), Optional.of(end)));
        assertThat(caller.user()).isEqualTo(authentication.authenticate(FIRST).user());
    }

    @Test
    void expiredRevokedAndUnknownTokensAnswerAlike() {
        String expired = make("short", Optional.of(clock.instant().plusSeconds(60))).text();
        PersonalTokens.Made made = make("revoked", Optional.empty());
        tokens.revoke(authentication.authenticate(FIRST), made.token().id().toString());
        clock.forward(Duration.ofSeconds(60));

        assertThat(List.of(expired, made.text(), "bt_unknown"))
                .extracting(this::refusal)
                .allSatisfy(
                        refusal ->
                                assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAUTHENTICATED))
                .extracting(Refusal::getMessage)
                .containsOnly(refusal("bt_unknown").getMessage());
    }

    @Test
    void useIsNotedOnceAMinute() {
        assertThat(used()).isEmpty();
        Instant first = clock.instant();
        authentication.authenticate(FIRST);

        clock.forward(Duration.ofSeconds(59));
        authentication.authenticate(FIRST);

        assertThat(used()).contains(first);
        assertThat(store.notes()).isEqualTo(1);
        clock.forward(Duration.ofSeconds(1));
        authentication.authenticate(FIRST);
        assertThat(used()).contains(first.plusSeconds(60));
        assertThat(store.notes()).isEqualTo(2);
    }

    @Test
    void expiredTokenIsNotUsed() {
        String expired = make("short", Optional.of(clock.instant().plusSeconds(60))).text();
        int before = store.notes();
        clock.forward(Duration.ofSeconds(60));

        refusal(expired);

        assertThat(store.notes()).isEqualTo(before);
    }

    private PersonalTokens.Made make(String name, Optional<Instant> end) {
        return tokens.create(
                authentication.authenticate(FIRST),
                new TokenRequest(name, Optional.of(List.of("deploy")), end));
    }

    private Optional<Instant> used() {
        Caller ada = accounts.caller(store.owner(), Rights.ALL);
        return tokens.list(ada, Page.FIRST).items().stream().findFirst().flatMap(Token::lastUsedAt);
    }

    private Refusal refusal(String bearer) {
        return catchThrowableOfType(Refusal.class, () -> authentication.authenticate(bearer));
    }
}
