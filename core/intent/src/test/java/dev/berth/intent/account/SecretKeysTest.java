package dev.berth.intent.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.intent.Callers;
import dev.berth.intent.FakeTransactions;
import dev.berth.intent.MovableClock;
import dev.berth.model.Caller;
import dev.berth.model.Refusal;
import dev.berth.model.Rights;
import dev.berth.model.Role;
import dev.berth.model.Scope;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SecretKeysTest {

    private final FakeTransactions transactions = new FakeTransactions();
    private final InMemorySigningKeys store = new InMemorySigningKeys(transactions);
    private final SecretKeys keys =
            new SecretKeys(transactions, store, new MovableClock(), new SecureRandom());
    private final Caller ada = Callers.of(Role.OWNER);

    @Test
    void newKeyTakesThePlaceOfTheOldOne() {
        store.add(ada);
        SigningKey first = keys.rotate(ada);

        SigningKey second = keys.rotate(ada);

        assertThat(second).isNotEqualTo(first);
        assertThat(transactions.call(() -> store.signer(ada.user())))
                .contains(new Signer(ada, second));
    }

    @Test
    void keyIsIssuedWithinTheTransactionOfWhoAsks() {
        store.add(ada);

        SigningKey key = transactions.call(() -> keys.issue(ada.user()));

        assertThat(key.text()).matches("bk_[A-Za-z0-9_-]{43}");
        assertThat(transactions.call(() -> store.signer(ada.user()))).isPresent();
    }

    @ParameterizedTest
    @MethodSource("limited")
    void tokenWithLimitsGetsNone(Rights rights) {
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> keys.rotate(Callers.with(rights)));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.DENIED);
    }

    static Set<Rights> limited() {
        return Set.of(
                new Rights(Set.of(Scope.ADMIN), Optional.empty()),
                new Rights(Rights.ALL.scopes(), Optional.of(Instant.EPOCH)));
    }

    @Test
    void keyIsNotShownByAccident() {
        SigningKey key = keys.rotate(ada);

        assertThat(key.toString() + new Signer(ada, key)).doesNotContain(key.text());
    }
}
