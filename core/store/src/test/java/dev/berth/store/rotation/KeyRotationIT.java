package dev.berth.store.rotation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.model.Artifact;
import dev.berth.model.Configuration;
import dev.berth.model.Worker;
import dev.berth.store.InnerStore;
import dev.berth.store.OuterStore;
import dev.berth.store.World;
import dev.berth.store.World.Tenant;
import dev.berth.store.cipher.AesGcm;
import dev.berth.store.cipher.ConfigKey;
import dev.berth.store.cipher.ConfigKeyFile;
import dev.berth.store.cipher.ConfigKeys;
import dev.berth.store.cipher.UnreadableConfig;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys are rotated on a database that is in use. */
class KeyRotationIT {

    private static final Configuration CONFIGURATION =
            new Configuration(
                    Map.of("A", "1"), Map.of("B", Optional.of("2")), Map.of("C", "hunter2"));
    private static final Artifact IMAGE = new Artifact.Image("web");

    @TempDir private Path directory;
    private KeyScene scene;
    private World world;
    private Tenant tenant;
    private ConfigKeyFile file;
    private OuterStore outer;
    private InnerStore inner;

    @BeforeEach
    void open() {
        scene = KeyScene.in(directory);
        world = scene.world();
        tenant = scene.tenant();
        file = scene.file();
        outer = scene.outer();
        inner = scene.inner();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void everyRowIsWrappedByANewKeyAndTheOldOneIsOfNoUse() throws SQLException {
        Worker worker = deployed(250);
        List<Long> told = new ArrayList<>();

        KeyRotation.Result result = scene.rotate(told::add);

        assertThat(result.rewrapped()).isEqualTo(250);
        assertThat(result.resumed()).isFalse();
        assertThat(told).containsExactly(200L, 250L);
        assertThat(file.read()).extracting(ConfigKey::id).containsExactly(result.key());
        assertThat(result.key()).isNotEqualTo(KeyScene.FIRST.id());
        assertThat(wrappedBy(KeyScene.FIRST.id())).isZero();
        assertThat(read(worker)).isEqualTo(CONFIGURATION);
        try (InnerStore late =
                InnerStore.open(world.database.inner(), ConfigKeys.of(KeyScene.FIRST))) {
            assertThatThrownBy(() -> late.records().load(worker.id()))
                    .isInstanceOf(UnreadableConfig.class);
        }
    }

    @Test
    void whatAServerWritesAndReadsMeanwhileIsNeitherLostNorLeftBehind() throws Exception {
        Worker early = deployed(250);
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger written = new AtomicInteger();

        try (ExecutorService server = Executors.newSingleThreadExecutor()) {
            Future<?> busy =
                    server.submit(
                            () -> {
                                while (!over.get()) {
                                    assertThat(read(deployed(1))).isEqualTo(CONFIGURATION);
                                    assertThat(read(early)).isEqualTo(CONFIGURATION);
                                    written.incrementAndGet();
                                }
                            });
            scene.rotate();
            scene.rotate();
            over.set(true);
            busy.get();
        }

        assertThat(written).hasPositiveValue();
        assertThat(wrappedBy(file.read().getFirst().id()))
                .isEqualTo(world.number("SELECT count(*) FROM config_revisions"));
    }

    @Test
    void interruptedRotationGoesOnWithTheSameKey() throws SQLException {
        Worker worker = deployed(250);
        assertThatThrownBy(
                        () ->
                                scene.rotate(
                                        done -> {
                                            throw new IllegalStateException("killed");
                                        }))
                .hasMessage("killed");
        ConfigKey second = file.read().getFirst();
        assertThat(file.read()).hasSize(2);
        assertThat(wrappedBy(second.id())).isEqualTo(200);
        assertThat(read(worker)).isEqualTo(CONFIGURATION);
        assertThat(read(deployed(1))).isEqualTo(CONFIGURATION);

        KeyRotation.Result result = scene.rotate();

        assertThat(result).isEqualTo(new KeyRotation.Result(second.id(), 50, true));
        assertThat(wrappedBy(second.id())).isEqualTo(251);
        assertThat(file.read()).hasSize(1);
    }

    @Test
    void rotationThatEndedBeforeTheFileWasWrittenIsEnded() throws SQLException {
        deployed(1);
        KeyRotation.Result first = scene.rotate();
        file.write(List.of(file.read().getFirst(), KeyScene.FIRST));

        KeyRotation.Result again = scene.rotate();

        assertThat(again).isEqualTo(new KeyRotation.Result(first.key(), 0, true));
        assertThat(file.read()).hasSize(1);
    }

    @Test
    void rowsOfBeforeAreReadAndGetAKeyOfTheirOwn() throws SQLException {
        Worker worker = deployed(1);
        world.sql("ALTER TABLE config_revisions DISABLE TRIGGER immutable");
        old(worker, "{\"GREETING\":\"hello\"}");
        world.sql("ALTER TABLE config_revisions ENABLE TRIGGER immutable");
        Configuration before = read(worker);

        scene.rotate();

        assertThat(before).isEqualTo(Configuration.bringing(Map.of("GREETING", "hello")));
        assertThat(read(worker)).isEqualTo(before);
        assertThat(world.number("SELECT count(*) FROM config_revisions WHERE data_key IS NULL"))
                .isZero();
    }

    @Test
    void rowThatCannotBeReadKeepsTheOldKey() throws SQLException {
        Worker broken = deployed(1);
        Worker whole = deployed(1);
        world.sql("ALTER TABLE config_revisions DISABLE TRIGGER immutable");
        world.sql(
                "UPDATE config_revisions SET data_key = decode(repeat('00', 60), 'hex')"
                        + " WHERE worker_id = '%s'".formatted(broken.id()));
        world.sql("ALTER TABLE config_revisions ENABLE TRIGGER immutable");

        assertThatThrownBy(() -> scene.rotate())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("for 1 rows, all others are done")
                .hasMessageContaining("worker '" + broken.id() + "'");

        assertThat(file.read()).hasSize(2);
        assertThat(read(whole)).isEqualTo(CONFIGURATION);
    }

    @Test
    void nobodyWritesWithARetiredKey() throws SQLException {
        scene.rotate();

        try (OuterStore late =
                OuterStore.open(world.database.outer(), ConfigKeys.of(KeyScene.FIRST))) {
            assertThatThrownBy(() -> deploy(late, world.worker(tenant), 1))
                    .hasStackTraceContaining("config key " + KeyScene.FIRST.id() + " is retired");
        }
    }

    @Test
    void oneRotationAtATime() throws SQLException {
        deployed(1);

        KeyRotation.Result result =
                scene.rotate(
                        done ->
                                assertThatThrownBy(() -> scene.rotate())
                                        .hasMessageContaining("another rotation goes on"));

        assertThat(result.rewrapped()).isEqualTo(1);
        assertThat(scene.rotate().resumed()).isFalse();
    }

    /** Adds a worker that was deployed so many times. */
    private Worker deployed(int times) {
        Worker worker = world.worker(tenant);
        deploy(outer, worker, times);
        return worker;
    }

    private void deploy(OuterStore store, Worker worker, int times) {
        store.transactions()
                .run(
                        () ->
                                LongStream.rangeClosed(1, times)
                                        .forEach(
                                                time ->
                                                        store.workers()
                                                                .deploy(
                                                                        tenant.id(),
                                                                        World.version(
                                                                                tenant, worker,
                                                                                IMAGE),
                                                                        CONFIGURATION,
                                                                        worker.generation()
                                                                                + time)));
    }

    private Configuration read(Worker worker) {
        return inner.records()
                .load(worker.id())
                .orElseThrow()
                .releases()
                .getFirst()
                .configuration();
    }

    /** Writes a row as it was before configurations had keys of their own. */
    private void old(Worker worker, String json) throws SQLException {
        byte[] nonce = new byte[AesGcm.NONCE_BYTES];
        byte[] ciphertext =
                new AesGcm(KeyScene.FIRST.key(), tenant.id() + "/" + worker.id())
                        .encrypt(nonce, json.getBytes(UTF_8));
        try (Connection superuser = world.database.superuser().getConnection();
                PreparedStatement update =
                        superuser.prepareStatement(
                                "UPDATE config_revisions SET data_key = NULL, nonce = ?,"
                                        + " ciphertext = ? WHERE worker_id = ?")) {
            update.setBytes(1, nonce);
            update.setBytes(2, ciphertext);
            update.setString(3, worker.id().value());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    private long wrappedBy(String key) {
        return world.number(
                "SELECT count(*) FROM config_revisions WHERE key_id = '%s'".formatted(key));
    }
}
