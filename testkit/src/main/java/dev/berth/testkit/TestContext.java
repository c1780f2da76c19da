package dev.berth.testkit;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.berth.spi.PluginContext;
import dev.berth.spi.PluginException;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.SourceDigest;
import dev.berth.spi.Sources;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/** The context of an instance under test: a directory, sources in memory, a clock. */
public final class TestContext implements PluginContext {

    private final Path directory;
    private final InstantSource clock;
    private final BlockingQueue<ReleaseId> changes = new LinkedBlockingQueue<>();
    private final Map<SourceDigest, byte[]> sources = new ConcurrentHashMap<>();

    private TestContext(Path directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * Returns a context whose instance keeps its files in {@code directory}, by the system's clock.
     */
    public static TestContext in(Path directory) {
        return new TestContext(directory, Clock.systemUTC());
    }

    /** Returns a context like {@link #in(Path)} with a clock that the test moves. */
    public static TestContext in(Path directory, InstantSource clock) {
        return new TestContext(directory, clock);
    }

    /** Adds a source, as if a developer had uploaded it, and returns its digest. */
    public SourceDigest upload(byte[] archive) {
        SourceDigest digest = new SourceDigest(HexFormat.of().formatHex(sha256(archive)));
        sources.put(digest, archive.clone());
        return digest;
    }

    /** Waits until the runtime asks for a look at {@code release}; returns whether it does. */
    public boolean awaitChange(ReleaseId release, Duration atMost) {
        Instant end = Instant.now().plus(atMost);
        try {
            Optional<ReleaseId> told = next(end);
            while (told.isPresent() && !told.get().equals(release)) {
                told = next(end);
            }
            return told.isPresent();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Optional<ReleaseId> next(Instant end) throws InterruptedException {
        long left = Duration.between(Instant.now(), end).toMillis();
        return Optional.ofNullable(changes.poll(left, MILLISECONDS));
    }

    @Override
    public void changed(ReleaseId release) {
        changes.add(release);
    }

    @Override
    public String instance() {
        return "test";
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public System.Logger logger() {
        return System.getLogger(TestContext.class.getName());
    }

    @Override
    public Sources sources() {
        return digest -> {
            byte[] archive = sources.get(digest);
            if (archive == null) {
                throw new PluginException(
                        PluginException.Kind.INVALID, "there is no source '" + digest + "'");
            }
            return new ByteArrayInputStream(archive);
        };
    }

    private static byte[] sha256(byte[] archive) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(archive);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
