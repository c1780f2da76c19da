package dev.berth.intent.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.intent.Callers;
import dev.berth.intent.FakeTransactions;
import dev.berth.intent.tenant.InMemoryQuotas;
import dev.berth.model.Caller;
import dev.berth.model.Refusal;
import dev.berth.model.Role;
import dev.berth.model.SourceId;
import java.io.ByteArrayInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceUploadsTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final ArchiveLimits SMALL = new ArchiveLimits(10_000, 1_000_000, 20);
    private static final byte[] ARCHIVE =
            new Archives().file("app-manifest.json", "{}").file("Main.java", "x").gzipped();

    private final FakeTransactions transactions = new FakeTransactions();
    private final InMemorySourceStore store = new InMemorySourceStore(transactions);
    private final Caller caller = Callers.of(Role.DEVELOPER);

    @TempDir private Path temporary;
    private Path directory;
    private SourceUploads uploads;

    @BeforeEach
    void open() {
        directory = temporary.resolve("uploads");
        uploads = uploads(Files::newOutputStream);
    }

    @AfterEach
    void directoryIsEmptyAfterwardsAlways() throws IOException {
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void sourceIsKeptWithItsManifest() {
        SourceUploads.Result result = upload(ARCHIVE);

        assertThat(result).isEqualTo(new SourceUploads.Result(id(ARCHIVE), true));
        assertThat(store.archive(caller.tenant(), id(ARCHIVE))).isEqualTo(ARCHIVE);
        assertThat(transactions.call(() -> store.find(caller.tenant(), id(ARCHIVE))))
                .contains(
                        new StoredSource(
                                caller.tenant(),
                                id(ARCHIVE),
                                ARCHIVE.length,
                                Optional.of("{}"),
                                NOW));
    }

    @Test
    void sourceThatIsKnownIsNotCreatedAgain() {
        upload(ARCHIVE);

        assertThat(upload(ARCHIVE).created()).isFalse();
    }

    @Test
    void sourceOfAnotherTenantIsCreated() {
        upload(ARCHIVE);

        SourceUploads.Result other =
                uploads.upload(
                        Callers.of(Role.DEVELOPER),
                        id(ARCHIVE).sha256(),
                        new ByteArrayInputStream(ARCHIVE),
                        OptionalLong.empty());

        assertThat(other.created()).isTrue();
    }

    @Test
    void sameSourceTwiceAtOnceIsCreatedOnce() throws Exception {
        Callable<Boolean> once = () -> upload(ARCHIVE).created();

        List<Boolean> created;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            created =
                    threads.invokeAll(List.of(once, once, once, once)).stream()
                            .map(Future::resultNow)
                            .toList();
        }

        assertThat(created).containsExactlyInAnyOrder(true, false, false, false);
        assertThat(store.size()).isEqualTo(1);
    }

    @Test
    void viewerMayNotUpload() {
        Caller viewer = Callers.of(Role.VIEWER);

        Refusal refusal =
                refusal(
                        () ->
                                uploads.upload(
                                        viewer,
                                        id(ARCHIVE).sha256(),
                                        InputStream.nullInputStream(),
                                        OptionalLong.empty()));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.DENIED);
    }

    @Test
    void malformedDigestIsRefused() {
        Refusal refusal = refusal(() -> upload("abc", ARCHIVE, OptionalLong.empty()));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED);
    }

    @Test
    void digestMismatchIsRefusedAndBothAreNamed() {
        String wrong = "0".repeat(64);

        Refusal refusal = refusal(() -> upload(wrong, ARCHIVE, OptionalLong.empty()));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.IMPOSSIBLE);
        assertThat(refusal).hasMessageContaining(wrong).hasMessageContaining(id(ARCHIVE).sha256());
        assertThat(store.size()).isZero();
    }

    @Test
    void oversizedUploadIsRefusedBeforeItIsReadWhereItSaysSo() {
        InputStream unreadable = broken(new byte[0]);

        Refusal refusal =
                refusal(
                        () ->
                                uploads.upload(
                                        caller,
                                        id(ARCHIVE).sha256(),
                                        unreadable,
                                        OptionalLong.of(10_001)));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOO_LARGE);
        assertThat(refusal).hasMessageContaining("larger than 10000 bytes");
    }

    @Test
    void oversizedUploadIsRefusedWhereItDoesNotSaySo() {
        byte[] large = new byte[10_001];

        Refusal refusal = refusal(() -> upload(large));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOO_LARGE);
    }

    @Test
    void truncatedUploadIsRefused() {
        Refusal refusal =
                refusal(
                        () ->
                                upload(
                                        id(ARCHIVE).sha256(),
                                        ARCHIVE,
                                        OptionalLong.of(ARCHIVE.length + 1)));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED);
        assertThat(refusal).hasMessageContaining("send it again");
    }

    @Test
    void uploadThatBreaksOffIsRefused() {
        InputStream body = broken(ARCHIVE);

        Refusal refusal =
                refusal(
                        () ->
                                uploads.upload(
                                        caller, id(ARCHIVE).sha256(), body, OptionalLong.empty()));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED);
        assertThat(refusal).hasMessageContaining("broke off after " + ARCHIVE.length + " bytes");
    }

    @Test
    void evilArchiveIsNotKept() {
        byte[] evil = new Archives().file("../evil", "x").gzipped();

        Refusal refusal = refusal(() -> upload(evil));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.IMPOSSIBLE);
        assertThat(store.size()).isZero();
    }

    @Test
    void fullDiskIsSaidWithWhatToDo() {
        uploads = uploads(_ -> new FileOutputStream("/dev/full"));

        Refusal refusal = refusal(() -> upload(ARCHIVE));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
        assertThat(refusal)
                .hasMessageContaining("No space left on device")
                .hasMessageContaining("make room");
    }

    @Test
    void directoryThatIsGoneIsSaid() throws IOException {
        Files.delete(directory);

        Refusal refusal = refusal(() -> upload(ARCHIVE));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
        Files.createDirectory(directory);
    }

    @Test
    void directoryIsForItsOwnerAlone() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
    }

    @Test
    void leftoversOfACrashAreRemoved() throws IOException {
        Files.writeString(directory.resolve("upload-123.part"), "half");

        uploads(Files::newOutputStream);

        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void contractLimitsAreThoseThatWerePublished() {
        assertThat(ArchiveLimits.CONTRACT)
                .isEqualTo(new ArchiveLimits(64L << 20, 512L << 20, 20_000));
    }

    private SourceUploads uploads(Spool.Opener opener) {
        return new SourceUploads(
                transactions,
                store,
                InMemoryQuotas.unlimited(transactions),
                InstantSource.fixed(NOW),
                new Spool(directory, SMALL.packed(), opener),
                new ArchiveCheck(SMALL));
    }

    private SourceUploads.Result upload(byte[] archive) {
        return upload(id(archive).sha256(), archive, OptionalLong.of(archive.length));
    }

    private SourceUploads.Result upload(String sha256, byte[] archive, OptionalLong length) {
        return uploads.upload(caller, sha256, new ByteArrayInputStream(archive), length);
    }

    private static Refusal refusal(Callable<?> upload) {
        return catchThrowableOfType(Refusal.class, upload::call);
    }

    private static InputStream broken(byte[] before) {
        InputStream breaksOff =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("connection reset");
                    }

                    @Override
                    public int read(byte[] buffer, int offset, int length) throws IOException {
                        return read();
                    }
                };
        return new SequenceInputStream(new ByteArrayInputStream(before), breaksOff);
    }

    private static SourceId id(byte[] archive) {
        try {
            return new SourceId(
                    HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(new String(archive, UTF_8), impossible);
        }
    }
}
