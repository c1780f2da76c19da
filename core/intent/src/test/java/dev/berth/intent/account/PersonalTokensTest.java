package dev.berth.intent.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.intent.Callers;
import dev.berth.intent.FakeTransactions;
import dev.berth.intent.MovableClock;
import dev.berth.model.Caller;
import dev.berth.model.Page;
import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import dev.berth.model.Rights;
import dev.berth.model.Role;
import dev.berth.model.Scope;
import dev.berth.model.Token;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalTokensTest {

    private static final Caller ADA = Callers.of(Role.OWNER);

    private final FakeTransactions transactions = new FakeTransactions();
    private final InMemoryTokens store =
            new InMemoryTokens(transactions, new InMemoryAccounts(transactions));
    private final MovableClock clock = new MovableClock();
    private final PersonalTokens tokens =
            new PersonalTokens(transactions, store, clock, new SecureRandom());

    @Test
    void tokenIsShownOnceAndKeptAsAHash() {
        PersonalTokens.Made made = tokens.create(ADA, request("ci"));

        assertThat(made.text()).matches("bt_[A-Za-z0-9_-]{43}");
        assertThat(made.toString()).doesNotContain(made.text());
        assertThat(tokens.list(ADA, Page.FIRST).items()).containsExactly(made.token());
    }

    @Test
    void twoTokensAreNotAlike() {
        assertThat(tokens.create(ADA, request("one")).text())
                .isNotEqualTo(tokens.create(ADA, request("two")).text());
    }

    @Test
    void withoutScopesItHasAllThatTheCallerHas() {
        Rights own = rights(Scope.DEPLOY, Scope.ADMIN);

        assertThat(tokens.create(ADA, request("all")).token().rights()).isEqualTo(Rights.ALL);
        assertThat(tokens.create(Callers.with(own), request("all")).token().rights())
                .isEqualTo(own);
    }

    @Test
    void itHasTheScopesThatAreNamed() {
        Token token = tokens.create(ADA, request("ci", "deploy", "read", "deploy")).token();

        assertThat(token.rights()).isEqualTo(rights(Scope.READ, Scope.DEPLOY));
    }

    @Test
    void aTokenMakesNoneWithMoreScopesThanItself() {
        Caller caller = Callers.with(rights(Scope.DEPLOY, Scope.ADMIN));

        Refusal refusal = refused(caller, request("more", "deploy", "write"));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.DENIED);
        assertThat(refusal.problems())
                .containsExactly(new Problem("/scopes", "'write' is more than you have"));
    }

    @Test
    void toLookIsPartOfEveryScope() {
        Caller caller = Callers.with(rights(Scope.ADMIN));

        assertThat(tokens.create(caller, request("look", "read")).token().rights())
                .isEqualTo(rights(Scope.READ));
    }

    @Test
    void aTokenMakesNoneThatOutlastsIt() {
        Instant end = clock.instant().plusSeconds(60);
        Caller caller = Callers.with(new Rights(Set.of(Scope.ADMIN), Optional.of(end)));

        Refusal refusal = refused(caller, until("longer", end.plusSeconds(1)));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.DENIED);
        assertThat(refusal.problems()).extracting(Problem::pointer).containsExactly("/expires_at");
        assertThat(tokens.create(caller, request("as long")).token().rights().until())
                .contains(end);
        assertThat(tokens.create(caller, until("shorter", end.minusSeconds(1))).token().rights())
                .isEqualTo(new Rights(Set.of(Scope.ADMIN), Optional.of(end.minusSeconds(1))));
    }

    @Test
    void whatIsPastIsImpossible() {
        Refusal refusal = refused(ADA, until("late", clock.instant()));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.IMPOSSIBLE);
        assertThat(refusal.problems())
                .containsExactly(new Problem("/expires_at", "must not be past"));
    }

    @Test
    void unknownScopeIsRefusedAndTheKnownOnesAreNamed() {
        Refusal refusal = refused(ADA, request("ci", "read", "root"));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.IMPOSSIBLE);
        assertThat(refusal.problems())
                .containsExactly(
                        new Problem(
                                "/scopes/1", "is not known; known are read, deploy, write, admin"));
    }

    @Test
    void noScopeAtAllIsRefused() {
        TokenRequest none = new TokenRequest("none", Optional.of(List.of()), Optional.empty());

        assertThat(refused(ADA, none).kind()).isEqualTo(Refusal.Kind.IMPOSSIBLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " ci", "ci ", "c\u001b[2Ji", "c\ni", "c\u202ei", "c\ud800i"})
    void nameThatCannotBeShownIsMalformed(String name) {
        assertThat(refused(ADA, request(name)).kind()).isEqualTo(Refusal.Kind.MALFORMED);
    }

    @Test
    void nameHasAHundredLettersAtMost() {
        tokens.create(ADA, request("ä".repeat(100)));

        assertThat(refused(ADA, request("a".repeat(101))).kind()).isEqualTo(Refusal.Kind.MALFORMED);
    }

    @Test
    void nameIsTakenOnceByEachUser() {
        tokens.create(ADA, request("ci"));

        assertThat(refused(ADA, request("ci")).kind()).isEqualTo(Refusal.Kind.CONFLICT);
        assertThat(tokens.create(Callers.of(Role.OWNER), request("ci"))).isNotNull();
    }

    @Test
    void expiredTokenGivesItsNameBack() {
        tokens.create(ADA, until("ci", clock.instant().plusSeconds(1)));
        clock.forward(Duration.ofSeconds(1));

        Token again = tokens.create(ADA, request("ci")).token();

        assertThat(tokens.list(ADA, Page.FIRST).items()).containsExactly(again);
    }

    @Test
    void aHundredMayBeUsedAtOnce() {
        for (int i = 0; i < PersonalTokens.MOST - 1; i++) {
            tokens.create(ADA, request("token " + i));
        }
        tokens.create(ADA, until("short", clock.instant().plusSeconds(1)));

        Refusal refusal = refused(ADA, request("one more"));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.EXHAUSTED);
        clock.forward(Duration.ofSeconds(1));
        assertThat(tokens.create(ADA, request("one more"))).isNotNull();
    }

    @Test
    void revokedTokenIsGone() {
        Token token = tokens.create(ADA, request("ci")).token();

        tokens.revoke(ADA, token.id().toString());

        assertThat(tokens.list(ADA, Page.FIRST).items()).isEmpty();
        assertThat(tokens.create(ADA, request("ci"))).isNotNull();
    }

    @Test
    void foreignUnknownAndRevokedTokensAreAbsentAlike() {
        String own = tokens.create(ADA, request("ci")).token().id().toString();
        tokens.revoke(ADA, own);
        String foreign =
                tokens.create(Callers.of(Role.OWNER), request("ci")).token().id().toString();

        assertThat(List.of(own, foreign, UUID.randomUUID().toString(), "ci", ""))
                .allSatisfy(
                        id ->
                                assertThat(absent(id))
                                        .hasMessage("there is no token '" + id + "'")
                                        .returns(Refusal.Kind.ABSENT, Refusal::kind));
    }

    private Refusal absent(String id) {
        return catchThrowableOfType(Refusal.class, () -> tokens.revoke(ADA, id));
    }

    private Refusal refused(Caller caller, TokenRequest request) {
        return catchThrowableOfType(Refusal.class, () -> tokens.create(caller, request));
    }

    private static TokenRequest request(String name) {
        return new TokenRequest(name, Optional.empty(), Optional.empty());
    }

    private static TokenRequest request(String name, String... scopes) {
        return new TokenRequest(name, Optional.of(List.of(scopes)), Optional.empty());
    }

    private static TokenRequest until(String name, Instant end) {
        return new TokenRequest(name, Optional.empty(), Optional.of(end));
    }

    private static Rights rights(Scope first, Scope... others) {
        return new Rights(EnumSet.of(first, others), Optional.empty());
    }
}
