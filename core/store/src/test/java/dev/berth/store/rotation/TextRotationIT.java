package dev.berth.store.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.intent.Transactions;
import dev.berth.intent.account.Signer;
import dev.berth.intent.account.SigningKey;
import dev.berth.intent.once.Answer;
import dev.berth.intent.once.IdempotencyKey;
import dev.berth.intent.once.KeptAnswer;
import dev.berth.intent.once.KeyedRequest;
import dev.berth.store.OuterStore;
import dev.berth.store.World;
import dev.berth.store.World.Tenant;
import dev.berth.store.cipher.ConfigKeys;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rotation encrypts single texts anew, too: secret keys, and answers that are kept. */
class TextRotationIT {

    @TempDir private Path directory;
    private KeyScene scene;
    private World world;
    private Tenant tenant;
    private OuterStore outer;

    @BeforeEach
    void open() {
        scene = KeyScene.in(directory);
        world = scene.world();
        tenant = scene.tenant();
        outer = scene.outer();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void secretKeysAndKeptAnswersAreEncryptedAnew() throws SQLException {
        SigningKey key = new SigningKey("bk_hunter2");
        Answer answer = new Answer(200, Map.of("ETag", "1"), "{}");
        KeyedRequest request =
                new KeyedRequest(tenant.id(), new IdempotencyKey("once"), "0".repeat(64));
        Transactions transactions = outer.transactions();
        transactions.run(() -> outer.signingKeys().put(tenant.user(), key, Instant.EPOCH));
        transactions.run(
                () -> {
                    assertThat(outer.answers().take(request)).isTrue();
                    outer.answers().keep(request, answer);
                });

        KeyRotation.Result result = scene.rotate();

        assertThat(result.rewrapped()).isEqualTo(2);
        try (OuterStore next =
                OuterStore.open(world.database.outer(), ConfigKeys.of(scene.file().read()))) {
            assertThat(signer(next).map(Signer::key)).contains(key);
            assertThat(kept(next, request).flatMap(KeptAnswer::answer)).contains(answer);
        }
        assertThat(signer(outer).map(Signer::key)).contains(key);
    }

    @Test
    void textThatCannotBeReadKeepsTheOldKey() throws SQLException {
        outer.transactions()
                .run(
                        () ->
                                outer.signingKeys()
                                        .put(
                                                tenant.user(),
                                                new SigningKey("bk_hunter2"),
                                                Instant.EPOCH));
        world.sql("UPDATE signing_keys SET ciphertext = '\\x00'");

        assertThatThrownBy(() -> scene.rotate())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("for 1 rows, all others are done")
                .hasMessageContaining("secret key of user " + tenant.user());

        assertThat(scene.file().read()).hasSize(2);
    }

    private Optional<Signer> signer(OuterStore store) {
        return store.transactions().call(() -> store.signingKeys().signer(tenant.user()));
    }

    private static Optional<KeptAnswer> kept(OuterStore store, KeyedRequest request) {
        return store.transactions()
                .call(() -> store.answers().find(request.tenant(), request.key()));
    }
}
