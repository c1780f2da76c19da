package dev.berth.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcePackerTest {

    @TempDir private Path directory;

    @Test
    void sameFilesGiveTheSameBytes(@TempDir Path other) throws IOException {
        for (Path root : List.of(directory, other)) {
            Files.createDirectory(root.resolve("b"));
            Files.writeString(root.resolve("b/x"), "1");
            Files.writeString(root.resolve("a"), "2");
        }
        Files.setLastModifiedTime(other.resolve("a"), FileTime.from(Instant.EPOCH));

        try (SourceArchive one = pack(directory);
                SourceArchive two = pack(other)) {
            assertThat(one.file()).hasSameBinaryContentAs(two.file());
            assertThat(one.sha256())
                    .isEqualTo(two.sha256())
                    .isEqualTo(Digest.of(Files.readAllBytes(one.file())));
        }
    }

    @Test
    void entriesAreSortedAndKeepTheExecutableBit() throws IOException {
        Files.writeString(directory.resolve("z"), "");
        Path script = Files.writeString(directory.resolve("run.sh"), "#!/bin/sh");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        Files.createDirectory(directory.resolve("long".repeat(40)));

        assertThat(packed())
                .containsExactly("long".repeat(40) + "/ 40755", "run.sh 100755", "z 100644");
    }

    @Test
    void ignoredFilesStayBehind() throws IOException {
        Files.createDirectories(directory.resolve(".git/objects"));
        Files.createDirectory(directory.resolve("target"));
        Files.writeString(directory.resolve("target/big"), "");
        Files.writeString(directory.resolve(".berthignore"), "target/\n");

        assertThat(packed()).containsExactly(".berthignore 100644");
    }

    @Test
    void symbolicLinksAreRefused() throws IOException {
        Files.createSymbolicLink(directory.resolve("link"), Path.of("nowhere"));

        assertThatThrownBy(this::packed)
                .isInstanceOf(Failure.class)
                .hasMessageContaining("link' is a symbolic link");
    }

    @Test
    void ignoredLinksAreLeftAlone() throws IOException {
        Files.createSymbolicLink(directory.resolve("link"), Path.of("nowhere"));
        Files.writeString(directory.resolve(".berthignore"), "/link");

        assertThat(packed()).containsExactly(".berthignore 100644");
    }

    @Test
    void tooLargeIsRefused() throws IOException {
        Files.writeString(directory.resolve("a"), "some text");

        assertThatThrownBy(() -> new SourcePacker(20, silent()).pack(directory))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("Berth takes 20 bytes");
    }

    private List<String> packed() throws IOException {
        List<String> entries = new ArrayList<>();
        try (SourceArchive archive = pack(directory);
                InputStream in = Files.newInputStream(archive.file());
                var tar = new TarArchiveInputStream(new GZIPInputStream(in), "UTF-8")) {
            for (TarArchiveEntry entry = tar.getNextEntry();
                    entry != null;
                    entry = tar.getNextEntry()) {
                assertThat(entry.getLastModifiedTime().toInstant()).isEqualTo(Instant.EPOCH);
                entries.add(entry.getName() + " " + Integer.toOctalString(entry.getMode()));
            }
        }
        return entries;
    }

    private static SourceArchive pack(Path directory) {
        return new SourcePacker(1 << 20, silent()).pack(directory);
    }

    @SuppressWarnings("SystemOut")
    private static Progress silent() {
        return new Progress(
                new Console(System.in, System.out, System.err, false, false),
                true,
                Clock.systemUTC());
    }
}
