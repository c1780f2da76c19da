package dev.berth.intent.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.model.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveCheckTest {

    private static final String MANIFEST = "app-manifest.json";

    private final ArchiveCheck check = new ArchiveCheck(new ArchiveLimits(1000, 1_000_000, 20));

    @Test
    void manifestAtTheTopIsRead() {
        byte[] archive =
                new Archives()
                        .directory("./")
                        .file("./web/" + MANIFEST, "not this")
                        .file("./" + MANIFEST, "{\"appName\":\"🛒\"}")
                        .file("./web/index.html", "hello")
                        .gzipped();

        assertThat(manifest(archive)).contains("{\"appName\":\"🛒\"}");
    }

    @Test
    void sourceWithoutManifestIsTaken() {
        assertThat(manifest(new Archives().file("Main.java", "").gzipped())).isEmpty();
    }

    @Test
    void emojiFileNamesAreFine() {
        assertThat(manifest(new Archives().file("données/🚀.txt", "x").gzipped())).isEmpty();
    }

    @Test
    void longNamesOfEitherDialectAreFine() {
        String path = "d/".repeat(70) + "f";

        assertThat(manifest(new Archives().file(path, "x").gzipped())).isEmpty();
        assertThat(manifest(new Archives().gnu().file(path, "x").gzipped())).isEmpty();
    }

    @Test
    void repeatedDirectoryIsFine() {
        assertThat(manifest(new Archives().directory("a/").directory("a/").gzipped())).isEmpty();
    }

    @Test
    void concatenatedMembersAreReadAsOne() {
        byte[] tar = new Archives().file(MANIFEST, "{}").tar();
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        members.writeBytes(Archives.gzip(Arrays.copyOf(tar, 700)));
        members.writeBytes(Archives.gzip(Arrays.copyOfRange(tar, 700, tar.length)));

        assertThat(manifest(members.toByteArray())).contains("{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "a/../../evil", "a/..", "./../evil"})
    void pathTraversalIsRefused(String path) {
        assertRefused(new Archives().file(path, "x").gzipped(), "\"..\" in its path");
    }

    @Test
    void absolutePathIsRefused() {
        String path = "/" + "d/".repeat(70) + "f";

        assertRefused(new Archives().file("/etc/passwd", "x").gzipped(), "an absolute path");
        assertRefused(new Archives().file(path, "x").gzipped(), "an absolute path");
        assertRefused(new Archives().gnu().file(path, "x").gzipped(), "an absolute path");
    }

    @ParameterizedTest
    @CsvSource({"a//b, empty name", "a/./b, \".\" in its path", "'a\nb', control character"})
    void oddPathIsRefused(String path, String reason) {
        assertRefused(new Archives().file(path, "x").gzipped(), reason);
    }

    @Test
    void longPathsAreRefused() {
        assertRefused(new Archives().file("n".repeat(256), "").gzipped(), "more than 255 bytes");
        assertRefused(
                new Archives().file("name/".repeat(1000) + "f", "").gzipped(),
                "more than 4096 bytes");
        assertRefused(
                new Archives().file("d/".repeat(100) + "f", "").gzipped(),
                "nested more than 100 deep");
    }

    @Test
    void symlinkIsRefused() {
        assertRefused(special(TarConstants.LF_SYMLINK), "\"odd\" is a symbolic link");
    }

    @Test
    void hardLinkIsRefused() {
        assertRefused(special(TarConstants.LF_LINK), "\"odd\" is a hard link");
    }

    @Test
    void deviceIsRefused() {
        assertRefused(special(TarConstants.LF_CHR), "\"odd\" is a device");
        assertRefused(special(TarConstants.LF_BLK), "\"odd\" is a device");
    }

    @Test
    void namedPipeIsRefused() {
        assertRefused(special(TarConstants.LF_FIFO), "\"odd\" is a named pipe");
    }

    @Test
    void unknownKindIsRefused() {
        assertRefused(special(TarConstants.LF_CONTIG), "\"odd\" is of an unknown kind");
    }

    @Test
    void sparseFileIsRefused() {
        byte[] archive =
                new Archives().attribute("26 GNU.sparse.size=100000\n").file("odd", "").gzipped();

        assertRefused(archive, "is a sparse file");
    }

    @Test
    void nameOfAnEntryIsShownSafely() {
        byte[] archive = new Archives().file("a\u001b[31m\n/../" + "x".repeat(200), "").gzipped();

        Refusal refusal = refusal(archive);

        assertThat(refusal.getMessage()).contains("a\\u001b[31m\\u000a").hasSizeLessThan(300);
    }

    @Test
    void duplicateFileIsRefused() {
        assertRefused(
                new Archives().file("a", "1").file("./a", "2").gzipped(), "\"./a\" is in it twice");
    }

    @Test
    void fileThatIsAlsoADirectoryIsRefused() {
        assertRefused(
                new Archives().file("a", "").file("a/b", "").gzipped(), "\"a/b\" is below a file");
        assertRefused(
                new Archives().file("a/b", "").file("a", "").gzipped(), "a file and a directory");
        assertRefused(
                new Archives().file("a", "").directory("a/").gzipped(), "a file and a directory");
    }

    @Test
    void bombIsRefusedBeforeItGoesOff() {
        byte[] archive = Archives.gzip(new Archives().file("big", new byte[30_000_000]).tar());

        assertThat(archive).hasSizeLessThan(60_000);
        assertRefused(archive, "unpacks to more than 1000000 bytes");
    }

    @Test
    void headerThatIsABombIsRefused() {
        byte[] archive = new Archives().longName(new byte[500_000]).gzipped();

        assertRefused(archive, "headers of more than 128 KiB");
    }

    @Test
    void tooManyEntriesAreRefused() {
        Archives archive = new Archives();
        for (int index = 0; index <= 20; index++) {
            archive.file("f" + index, "");
        }

        assertRefused(archive.gzipped(), "more than 20 entries");
    }

    @Test
    void cutOffArchiveIsRefused() {
        byte[] random = new byte[5000];
        RandomGenerator.of("L64X128MixRandom").nextBytes(random);
        byte[] archive = new Archives().file("a", random).gzipped();

        assertRefused(Arrays.copyOf(archive, archive.length / 2), "it is cut off");
        assertRefused(Arrays.copyOf(archive, archive.length - 4), "it is cut off");
    }

    @Test
    void cutOffTarIsRefused() {
        byte[] tar = new Archives().file("a", new byte[5000]).tar();

        assertRefused(Archives.gzip(Arrays.copyOf(tar, 2000)), "");
    }

    @Test
    void whatIsNoArchiveIsRefused() {
        assertRefused(new byte[0], "not a sound tar.gz");
        assertRefused("<html>".getBytes(UTF_8), "not a sound tar.gz");
        assertRefused(Archives.gzip("hello ".repeat(200).getBytes(UTF_8)), "not a sound tar.gz");
    }

    @Test
    void everyFlippedByteIsAnsweredWithARefusalOrTaken() {
        byte[] archive =
                new Archives().file("données/🚀.txt", "x").file(MANIFEST, "{}").gnu().tar();

        for (int index = 0; index < 3000; index++) {
            byte[] broken = archive.clone();
            broken[index] ^= (byte) 0x55;
            assertThat(outcome(Archives.gzip(broken))).isNotNull();
        }
    }

    @Test
    void wrongChecksumIsRefused() {
        byte[] archive = new Archives().file("a", "content").gzipped();

        for (int index = archive.length - 8; index < archive.length; index++) {
            byte[] broken = archive.clone();
            broken[index] ^= 0x10;
            assertThat(outcome(broken)).as("byte " + index).doesNotStartWith("taken");
        }
    }

    @Test
    void whatFollowsTheEndIsRefused() {
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        two.writeBytes(new Archives().file("a", "x").tar());
        two.writeBytes(new Archives().file("b", "x").tar());

        assertRefused(Archives.gzip(two.toByteArray()), "follows the end");
    }

    @Test
    void manifestMustBeShortText() {
        assertRefused(
                new Archives().file(MANIFEST, " ".repeat(65_537)).gzipped(), "longer than 64 KiB");
        assertRefused(
                new Archives().file(MANIFEST, new byte[] {(byte) 0xC3}).gzipped(), "not UTF-8");
        assertRefused(new Archives().file(MANIFEST, "\0").gzipped(), "the character NUL");
    }

    private static byte[] special(byte kind) {
        return new Archives().special("odd", kind).gzipped();
    }

    private Optional<String> manifest(byte[] archive) {
        return check.manifest(new ByteArrayInputStream(archive));
    }

    private String outcome(byte[] archive) {
        try {
            return "taken " + manifest(archive);
        } catch (Refusal refused) {
            return refused.getMessage();
        }
    }

    private Refusal refusal(byte[] archive) {
        return catchThrowableOfType(Refusal.class, () -> manifest(archive));
    }

    private void assertRefused(byte[] archive, String reason) {
        Refusal refusal = refusal(archive);

        assertThat(refusal).isNotNull().hasMessageContaining(reason);
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.IMPOSSIBLE);
    }
}
