package dev.berth.store.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.intent.account.Signer;
import dev.berth.intent.account.SigningKey;
import dev.berth.intent.account.SigningKeyStore;
import dev.berth.model.Caller;
import dev.berth.model.Role;
import dev.berth.model.UserId;
import dev.berth.store.World;
import dev.berth.store.World.Tenant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SqlSigningKeysIT {

    private static final World WORLD = new World();
    private static final SigningKey KEY = new SigningKey("bk_hunter2");

    private final SigningKeyStore keys = WORLD.outer.signingKeys();
    private final Tenant ada = WORLD.tenant();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void keyIsFoundWithWhoSignsByIt() {
        put(ada, KEY);

        assertThat(signer(ada.user()))
                .contains(
                        new Signer(
                                new Caller(
                                        ada.user(),
                                        ada.email(),
                                        ada.id(),
                                        Role.OWNER,
                                        Optional.empty()),
                                KEY));
    }

    @Test
    void newKeyTakesThePlaceOfTheOldOne() {
        put(ada, KEY);
        SigningKey next = new SigningKey("bk_next");

        put(ada, next);

        assertThat(signer(ada.user()).map(Signer::key)).contains(next);
    }

    @Test
    void whoHasNoKeyIsAsUnknownAsWhoIsNot() {
        assertThat(signer(ada.user())).isEmpty();
        assertThat(signer(new UserId(UUID.randomUUID()))).isEmpty();
    }

    @Test
    void keyIsNotInTheDatabaseAsItIs() {
        put(ada, KEY);

        assertThat(
                        WORLD.number(
                                "SELECT count(*) FROM signing_keys k"
                                        + " WHERE k::text LIKE '%hunter2%' OR position("
                                        + "'hunter2'::bytea IN ciphertext) > 0"))
                .isZero();
    }

    @Test
    void rowOfAnotherIsNoKey() {
        Tenant mallory = WORLD.tenant();
        put(mallory, KEY);
        put(ada, new SigningKey("bk_other"));

        WORLD.sql(
                """
                UPDATE signing_keys a SET nonce = m.nonce, ciphertext = m.ciphertext
                FROM signing_keys m WHERE a.user_id = '%s' AND m.user_id = '%s'
                """
                        .formatted(ada.user(), mallory.user()));

        assertThatThrownBy(() -> signer(ada.user()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("was changed")
                .hasMessageNotContaining("hunter2");
    }

    private void put(Tenant user, SigningKey key) {
        WORLD.transactions.run(() -> keys.put(user.user(), key, World.NOW));
    }

    private Optional<Signer> signer(UserId user) {
        return WORLD.transactions.call(() -> keys.signer(user));
    }
}
