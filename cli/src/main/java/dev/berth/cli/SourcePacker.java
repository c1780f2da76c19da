package dev.berth.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Packs a directory: the same files give the same bytes, wherever and whenever it is done. */
final class SourcePacker {

    private static final int FILE_MODE = 0100644;
    private static final int EXECUTABLE_MODE = 0100755;
    private static final int DIRECTORY_MODE = 040755;

    private final long limit;
    private final Progress progress;

    SourcePacker(long limit, Progress progress) {
        this.limit = limit;
        this.progress = progress;
    }

    SourceArchive pack(Path directory) {
        List<SourceTree.Entry> entries = SourceTree.of(directory);
        try {
            Path file = Files.createTempFile("berth-source", ".tar.gz");
            // for the day the command is interrupted
            file.toFile().deleteOnExit();
            try {
                return pack(entries, file);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (IOException e) {
            throw new Failure(
                    ExitStatus.FAILED,
                    "cannot pack '%s': %s".formatted(directory, Reason.of(e)),
                    e);
        }
    }

    private SourceArchive pack(List<SourceTree.Entry> entries, Path file) throws IOException {
        MessageDigest digest = sha256();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                var tar =
                        new TarArchiveOutputStream(
                                new GZIPOutputStream(new DigestOutputStream(out, digest), 1 << 16),
                                UTF_8.name())) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            tar.setAddPaxHeadersForNonAsciiNames(true);
            for (int done = 0; done < entries.size(); done++) {
                add(entries.get(done), tar);
                progress.part("packing", done + 1L, entries.size());
            }
        }
        long size = Files.size(file);
        if (size > limit) {
            throw tooLarge(size);
        }
        return new SourceArchive(
                file, HexFormat.of().formatHex(digest.digest()), size, entries.size());
    }

    private static void add(SourceTree.Entry entry, TarArchiveOutputStream tar) throws IOException {
        TarArchiveEntry header = new TarArchiveEntry(entry.path());
        header.setModTime(0);
        header.setIds(0, 0);
        header.setNames("", "");
        header.setMode(mode(entry));
        header.setSize(entry.size());
        tar.putArchiveEntry(header);
        if (!entry.directory()) {
            Files.copy(entry.file(), tar);
        }
        tar.closeArchiveEntry();
    }

    private static int mode(SourceTree.Entry entry) {
        if (entry.directory()) {
            return DIRECTORY_MODE;
        }
        return entry.executable() ? EXECUTABLE_MODE : FILE_MODE;
    }

    private Failure tooLarge(long size) {
        return new Failure(
                ExitStatus.INVALID,
                "the program is %s packed, and Berth takes %s\nname what it does not need in '%s'"
                        .formatted(Size.of(size), Size.of(limit), IgnoreRules.FILE));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
