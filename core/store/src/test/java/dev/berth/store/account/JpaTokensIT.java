package dev.berth.store.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.intent.account.PersonalTokens;
import dev.berth.intent.account.TokenHash;
import dev.berth.intent.account.TokenHolder;
import dev.berth.intent.account.TokenRequest;
import dev.berth.intent.account.TokenStore;
import dev.berth.model.Caller;
import dev.berth.model.Page;
import dev.berth.model.Refusal;
import dev.berth.model.Rights;
import dev.berth.model.Role;
import dev.berth.model.Scope;
import dev.berth.model.Token;
import dev.berth.model.TokenId;
import dev.berth.store.World;
import dev.berth.store.World.Tenant;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class JpaTokensIT {

    private static final World WORLD = new World();
    private static final Rights DEPLOY =
            new Rights(Set.of(Scope.READ, Scope.DEPLOY), Optional.of(World.NOW.plusSeconds(60)));

    private final TokenStore tokens = WORLD.outer.tokens();
    private final Tenant ada = WORLD.tenant();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void aTokenIsFoundByItsHashWithWhoHoldsIt() {
        Token token = add(ada, "ci", DEPLOY);

        Optional<TokenHolder> found = tokens.holder(hash(token));

        assertThat(found)
                .contains(
                        new TokenHolder(
                                token,
                                new Caller(
                                        ada.user(),
                                        ada.email(),
                                        ada.id(),
                                        Role.OWNER,
                                        Optional.empty(),
                                        DEPLOY)));
        assertThat(tokens.holder(TokenHash.of("bt_other"))).isEmpty();
    }

    @Test
    void tokensAreListedToTheirOwnerAloneOldestFirst() {
        Tenant other = WORLD.tenant();
        Token first = add(ada, "first", Rights.ALL);
        Token second = add(ada, "second", DEPLOY, World.NOW.plusSeconds(1));
        add(other, "first", Rights.ALL);

        assertThat(call(() -> tokens.list(ada.user(), Page.FIRST)).items())
                .containsExactly(first, second);
        assertThat(call(() -> tokens.list(ada.user(), new Page(1, 1))).items())
                .containsExactly(second);
        assertThat(call(() -> tokens.list(ada.user(), new Page(1, 1))).total()).isEqualTo(2);
    }

    @Test
    void aRevokedTokenIsOfNoUse() {
        Token token = add(ada, "ci", DEPLOY);

        assertThat(revoke(ada, token)).isTrue();

        assertThat(tokens.holder(hash(token))).isEmpty();
        assertThat(call(() -> tokens.list(ada.user(), Page.FIRST)).total()).isZero();
        assertThat(call(() -> tokens.named(ada.user(), "ci"))).isFalse();
        assertThat(revoke(ada, token)).isFalse();
    }

    @Test
    void nobodyRevokesATokenOfAnother() {
        Token token = add(ada, "ci", DEPLOY);

        assertThat(revoke(WORLD.tenant(), token)).isFalse();

        assertThat(tokens.holder(hash(token))).isPresent();
    }

    @Test
    void thoseAreCountedThatMayBeUsed() {
        Tenant other = WORLD.tenant();
        add(ada, "short", DEPLOY);
        add(ada, "long", Rights.ALL);
        revoke(ada, add(ada, "revoked", Rights.ALL));

        assertThat(call(() -> tokens.living(ada.user(), World.NOW))).isEqualTo(2);
        assertThat(call(() -> tokens.living(ada.user(), World.NOW.plusSeconds(60)))).isOne();
        assertThat(call(() -> tokens.living(other.user(), World.NOW))).isZero();
    }

    @Test
    void onlyAnExpiredTokenGivesItsNameBack() {
        Token token = add(ada, "ci", DEPLOY);

        revokeExpired("ci", World.NOW.plusSeconds(59));
        assertThat(call(() -> tokens.named(ada.user(), "ci"))).isTrue();
        revokeExpired("other", World.NOW.plusSeconds(60));
        assertThat(tokens.holder(hash(token))).isPresent();
        revokeExpired("ci", World.NOW.plusSeconds(60));

        assertThat(call(() -> tokens.named(ada.user(), "ci"))).isFalse();
    }

    @Test
    void aNameIsTakenOnceEvenWhereNobodyLooked() {
        add(ada, "ci", Rights.ALL);

        assertThatThrownBy(() -> add(ada, "ci", Rights.ALL))
                .rootCause()
                .hasMessageContaining("tokens_name");
    }

    @Test
    void useIsNotedUnlessItWasNotedLately() {
        Token token = add(ada, "ci", DEPLOY);
        Instant later = World.NOW.plusSeconds(60);

        use(token, World.NOW, World.NOW.minusSeconds(60));
        use(token, World.NOW.plusSeconds(1), World.NOW.minusSeconds(59));
        assertThat(used(token)).contains(World.NOW);
        use(token, later, World.NOW);

        assertThat(used(token)).contains(later);
    }

    @Test
    void whoNotesAUseWaitsForNobodyWhoDoesToo() throws SQLException {
        Token token = add(ada, "ci", DEPLOY);
        try (Connection other = WORLD.database.outer().getConnection();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.executeUpdate(
                    "UPDATE tokens SET last_used_at = now() WHERE id = '" + token.id() + "'");

            use(token, World.NOW, World.NOW);

            other.rollback();
        }
        assertThat(used(token)).isEmpty();
    }

    @Test
    void noneIsMadeBeyondTheMostByTwoAtOnce() {
        Caller caller = new Caller(ada.user(), ada.email(), ada.id(), Role.OWNER, Optional.empty());
        PersonalTokens use =
                new PersonalTokens(WORLD.transactions, tokens, () -> World.NOW, new SecureRandom());
        for (int i = 0; i < PersonalTokens.MOST - 1; i++) {
            add(ada, "token " + i, Rights.ALL);
        }

        List<Future<Boolean>> attempts;
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            attempts =
                    IntStream.range(0, 8)
                            .mapToObj(i -> executor.submit(() -> made(use, caller, "last " + i)))
                            .toList();
        }

        assertThat(attempts).extracting(Future::resultNow).containsOnlyOnce(true);
        assertThat(call(() -> tokens.living(ada.user(), World.NOW))).isEqualTo(PersonalTokens.MOST);
    }

    private static boolean made(PersonalTokens use, Caller caller, String name) {
        try {
            return use.create(caller, new TokenRequest(name, Optional.empty(), Optional.empty()))
                            .text()
                            .length()
                    > 0;
        } catch (Refusal refusal) {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.EXHAUSTED);
            return false;
        }
    }

    private Token add(Tenant owner, String name, Rights rights) {
        return add(owner, name, rights, World.NOW);
    }

    private Token add(Tenant owner, String name, Rights rights, Instant created) {
        Token token =
                new Token(new TokenId(UUID.randomUUID()), name, rights, created, Optional.empty());
        WORLD.transactions.run(() -> tokens.add(owner.user(), token, hash(token)));
        return token;
    }

    private static TokenHash hash(Token token) {
        return TokenHash.of(text(token));
    }

    private static String text(Token token) {
        return "bt_" + token.id();
    }

    private boolean revoke(Tenant owner, Token token) {
        return call(() -> tokens.revoke(owner.user(), token.id(), World.NOW));
    }

    private void revokeExpired(String name, Instant now) {
        WORLD.transactions.run(() -> tokens.revokeExpired(ada.user(), name, now));
    }

    private void use(Token token, Instant now, Instant before) {
        tokens.used(token.id(), now, before);
    }

    private Optional<Instant> used(Token token) {
        return tokens.holder(hash(token)).flatMap(held -> held.token().lastUsedAt());
    }

    private static <T> T call(Supplier<T> work) {
        return WORLD.transactions.call(work);
    }
}
