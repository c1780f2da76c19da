package dev.berth.plugin.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.spi.PluginException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceUnpackerTest {

    private static final byte[] CONTENT = "content".getBytes(UTF_8);

    @TempDir private Path directory;

    @Test
    void filesAreUnpackedWithTheRightToExecute() throws IOException {
        TarArchiveEntry script = new TarArchiveEntry("./bin/run");
        script.setMode(0755);
        byte[] archive =
                new TestArchive().file("./a/b.txt", CONTENT).entry(script, CONTENT).bytes();

        Path app = unpack(archive);

        assertThat(app.resolve("a/b.txt")).hasContent("content");
        assertThat(Files.isExecutable(app.resolve("a/b.txt"))).isFalse();
        assertThat(Files.isExecutable(app.resolve("bin/run"))).isTrue();
    }

    @Test
    void aPathThatLeavesItIsRefused() throws IOException {
        assertThat(refusal(new TestArchive().file("a/../../evil", CONTENT).bytes()))
                .contains("'a/../../evil' leaves it");
        assertThat(refusal(new TestArchive().file("/etc/evil", CONTENT).bytes()))
                .contains("'/etc/evil' leaves it");
        assertThat(directory.resolve("evil")).doesNotExist();
    }

    @Test
    void linksAndDevicesAreRefused() throws IOException {
        for (byte type :
                List.of(TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_CHR)) {
            assertThat(refusal(new TestArchive().link("odd", type, "/etc/passwd").bytes()))
                    .contains("'odd' is neither a file nor a directory");
        }
    }

    @Test
    void aSourceLargerThanTheDiskIsRefused() throws IOException {
        byte[] archive = new TestArchive().file("large", new byte[2_000]).bytes();

        assertThat(refusal(archive)).contains("it is larger than the worker's disk");
    }

    @Test
    void aFileThatIsInItTwiceIsRefused() throws IOException {
        byte[] archive = new TestArchive().file("twice", CONTENT).file("./twice", CONTENT).bytes();

        assertThat(refusal(archive)).contains("twice' is in it twice");
    }

    @Test
    void whatIsNoArchiveIsRefused() {
        assertThat(refusal(CONTENT)).contains("it is no gzipped tar archive");
    }

    @Test
    void aDamagedArchiveLeavesNothing() throws IOException {
        byte[] archive = new TestArchive().file("a", new byte[900]).bytes();

        PluginException failure =
                catchThrowableOfType(
                        PluginException.class,
                        () -> unpack(Arrays.copyOf(archive, archive.length / 2)));

        assertThat(failure.kind()).isEqualTo(PluginException.Kind.UNAVAILABLE);
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).isEmpty();
        }
    }

    private Path unpack(byte[] archive) {
        Path app = directory.resolve("app");
        SourceUnpacker.unpack(new ByteArrayInputStream(archive), app, 1_000);
        return app;
    }

    private String refusal(byte[] archive) {
        PluginException refused =
                catchThrowableOfType(PluginException.class, () -> unpack(archive));
        assertThat(refused.kind()).isEqualTo(PluginException.Kind.INVALID);
        return refused.getMessage();
    }
}
