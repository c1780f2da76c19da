package dev.berth.store.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.model.Configuration;
import dev.berth.model.Worker;
import dev.berth.store.InnerStore;
import dev.berth.store.World;
import dev.berth.store.World.Tenant;
import dev.berth.store.cipher.ConfigKey;
import dev.berth.store.cipher.ConfigKeys;
import dev.berth.store.cipher.UnreadableConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class UnreadableConfigIT {

    private static final World WORLD = new World();

    private final Tenant tenant = WORLD.tenant();
    private final Worker worker = WORLD.deploy(tenant, WORLD.worker(tenant));

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void aServerWithAnotherKeySaysSo() {
        byte[] other = new byte[ConfigKey.LENGTH];
        other[0] = 1;
        ConfigKeys keys = ConfigKeys.of(ConfigKey.of(other));
        try (InnerStore store = InnerStore.open(WORLD.database.inner(), keys)) {
            assertThatThrownBy(() -> store.records().load(worker.id()))
                    .isInstanceOf(UnreadableConfig.class)
                    .hasMessageContaining("give it the config key that it had before");
        }
    }

    @Test
    void nothingOfAConfigurationCanBeReadInTheDatabase() {
        long readable =
                WORLD.number(
                        "SELECT count(*) FROM config_revisions"
                                + " WHERE encode(ciphertext, 'escape') LIKE '%GREETING%'");

        assertThat(readable).isZero();
    }

    @Test
    void aWorkerWhoseConfigurationIsBrokenCanStillBeDeleted() {
        WORLD.sql("ALTER TABLE config_revisions DISABLE TRIGGER immutable");
        WORLD.sql(
                "UPDATE config_revisions SET ciphertext = substr(ciphertext, 2)"
                        + " WHERE worker_id = '"
                        + worker.id()
                        + "'");
        assertThatThrownBy(() -> WORLD.inner.records().load(worker.id()))
                .isInstanceOf(UnreadableConfig.class)
                .hasMessageContaining("worker '" + worker.id() + "'");

        WORLD.delete(worker);

        assertThat(WORLD.inner.records().load(worker.id()).orElseThrow().releases())
                .singleElement()
                .satisfies(
                        release ->
                                assertThat(release.configuration()).isEqualTo(Configuration.NONE));
    }
}
