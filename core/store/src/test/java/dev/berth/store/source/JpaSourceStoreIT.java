package dev.berth.store.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.intent.source.SourceStore;
import dev.berth.intent.source.StoredSource;
import dev.berth.model.SourceId;
import dev.berth.spi.PluginException;
import dev.berth.spi.SourceDigest;
import dev.berth.store.World;
import dev.berth.store.World.Tenant;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class JpaSourceStoreIT {

    private static final World WORLD = new World();
    private static final Random RANDOM = new Random(1);

    private final SourceStore sources = WORLD.outer.sources();
    private final Tenant tenant = WORLD.tenant();
    private final SourceId id = new SourceId(HexFormat.of().formatHex(bytes(32)));

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void aSourceIsFoundByItsTenantAlone() {
        Tenant other = WORLD.tenant();
        StoredSource source = stored(3);

        add(source, bytes(3));

        WORLD.transactions.run(
                () -> {
                    assertThat(sources.has(tenant.id(), id)).isTrue();
                    assertThat(sources.find(tenant.id(), id)).contains(source);
                    assertThat(sources.has(other.id(), id)).isFalse();
                    assertThat(sources.find(other.id(), id)).isEmpty();
                });
    }

    @Test
    void innerReadsWhatWasUploaded() throws IOException {
        byte[] archive = bytes(2 * JpaSourceStore.CHUNK + 17);
        add(stored(archive.length), archive);

        byte[] read;
        try (InputStream stream = WORLD.inner.sources().open(new SourceDigest(id.sha256()))) {
            read = stream.readAllBytes();
        }

        assertThat(read).isEqualTo(archive);
        assertThat(WORLD.number("SELECT max(number) FROM source_chunks")).isEqualTo(2);
    }

    @Test
    void addingIsIdempotent() throws IOException {
        byte[] archive = bytes(5);

        add(stored(5), archive);
        add(stored(5), archive);

        try (InputStream stream = WORLD.inner.sources().open(new SourceDigest(id.sha256()))) {
            assertThat(stream.read()).isEqualTo(archive[0] & 0xff);
            assertThat(stream.readAllBytes()).hasSize(4);
        }
    }

    @Test
    void anUploadThatBrokeOffIsNotKept() {
        assertThatThrownBy(() -> add(stored(10), bytes(9))).hasMessageContaining("9 came");

        assertThat(WORLD.transactions.call(() -> sources.has(tenant.id(), id))).isFalse();
    }

    @Test
    void anUnknownSourceIsInvalid() {
        assertThatThrownBy(() -> WORLD.inner.sources().open(new SourceDigest(id.sha256())))
                .isInstanceOfSatisfying(
                        PluginException.class,
                        e -> assertThat(e.kind()).isEqualTo(PluginException.Kind.INVALID));
    }

    @Test
    void aSourceThatGoesWhileItIsReadIsAnErrorAndNotItsEnd() throws IOException {
        byte[] archive = bytes(JpaSourceStore.CHUNK + 1);
        add(stored(archive.length), archive);
        try (InputStream stream = WORLD.inner.sources().open(new SourceDigest(id.sha256()))) {
            stream.readNBytes(JpaSourceStore.CHUNK);
            WORLD.sql("DELETE FROM sources");

            assertThatThrownBy(stream::read)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("removed");
        }
    }

    private StoredSource stored(long size) {
        return new StoredSource(tenant.id(), id, size, Optional.of("{}"), World.NOW);
    }

    private void add(StoredSource source, byte[] archive) {
        WORLD.transactions.run(() -> sources.add(source, new ByteArrayInputStream(archive)));
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
