package dev.berth.intent.source;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.model.Refusal;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * Reads an archive from end to end, keeping nothing: only what is safe to unpack anywhere passes,
 * and a bomb is refused before it goes off.
 */
final class ArchiveCheck {

    private static final String MANIFEST = "app-manifest.json";

    private final ArchiveLimits limits;

    ArchiveCheck(ArchiveLimits limits) {
        this.limits = limits;
    }

    /** Returns the text of the manifest at the top; empty where there is none. */
    Optional<String> manifest(InputStream archive) {
        try (UnpackedStream unpacked = new UnpackedStream(gunzip(archive), limits.unpacked());
                SourceTar tar = new SourceTar(unpacked)) {
            Optional<String> manifest = walk(tar, unpacked);
            mustBeAtEnd(unpacked);
            return manifest;
        } catch (EOFException _) {
            throw refusal("it is cut off");
        } catch (IOException | IllegalArgumentException corrupt) {
            throw refusal(
                    "it is not a sound tar.gz ("
                            + Shown.text(String.valueOf(corrupt.getMessage()), 120)
                            + ")");
        }
    }

    static Refusal refusal(String reason) {
        return Refusal.of(Refusal.Kind.IMPOSSIBLE, "cannot take the source: " + reason);
    }

    private static InputStream gunzip(InputStream archive) throws IOException {
        return GzipCompressorInputStream.builder()
                .setDecompressConcatenated(true)
                .setInputStream(new BufferedInputStream(archive))
                .get();
    }

    private Optional<String> walk(SourceTar tar, UnpackedStream unpacked) throws IOException {
        EntryPaths paths = new EntryPaths();
        Optional<String> manifest = Optional.empty();
        int count = 0;
        for (Optional<TarArchiveEntry> next = next(tar, unpacked);
                next.isPresent();
                next = next(tar, unpacked)) {
            if (++count > limits.entries()) {
                throw refusal("it has more than " + limits.entries() + " entries");
            }
            if (take(next.get(), paths).equals(MANIFEST)) {
                manifest = Optional.of(text(tar));
            }
            tar.transferTo(OutputStream.nullOutputStream());
        }
        return manifest;
    }

    private static Optional<TarArchiveEntry> next(SourceTar tar, UnpackedStream unpacked)
            throws IOException {
        unpacked.beginHeaders();
        TarArchiveEntry entry = tar.getNextEntry();
        byte[] headers = unpacked.endHeaders();
        if (entry != null) {
            check(entry, headers);
        }
        return Optional.ofNullable(entry);
    }

    private static void check(TarArchiveEntry entry, byte[] headers) {
        if (!entry.isCheckSumOK()) {
            throw refusal("it is not a sound tar.gz (a header has a wrong checksum)");
        }
        // the library drops the first slash of a path in such a header without a word
        if (new String(headers, ISO_8859_1).contains(" path=/")) {
            throw refusal(
                    "the entry " + Shown.quoted("/" + entry.getName()) + " has an absolute path");
        }
    }

    /** Returns the path of a file; empty for a directory. */
    private static String take(TarArchiveEntry entry, EntryPaths paths) {
        if (!EntryKind.isDirectory(entry)) {
            return paths.file(entry.getName());
        }
        paths.directory(entry.getName());
        if (entry.getSize() > 0) {
            throw refusal("the directory " + Shown.quoted(entry.getName()) + " has content");
        }
        return "";
    }

    private static String text(InputStream entry) throws IOException {
        byte[] bytes = entry.readNBytes(ManifestJson.LONGEST + 1);
        if (bytes.length > ManifestJson.LONGEST) {
            throw refusal(MANIFEST + " is longer than " + ManifestJson.LONGEST / 1024 + " KiB");
        }
        return decoded(bytes);
    }

    private static String decoded(byte[] bytes) {
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            if (text.indexOf('\0') >= 0) {
                throw refusal(MANIFEST + " is not text: it holds the character NUL");
            }
            return text;
        } catch (CharacterCodingException _) {
            throw refusal(MANIFEST + " is not UTF-8");
        }
    }

    /** Reads on to see the checksum of what was packed; a tar file ends in zeros. */
    private static void mustBeAtEnd(InputStream unpacked) throws IOException {
        byte[] buffer = new byte[8192];
        for (int read = unpacked.read(buffer); read >= 0; read = unpacked.read(buffer)) {
            for (int index = 0; index < read; index++) {
                if (buffer[index] != 0) {
                    throw refusal("something follows the end of its tar archive");
                }
            }
        }
    }
}
