package dev.berth.intent.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Makes archives, good and evil. */
final class Archives {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar;

    Archives() {
        tar = new TarArchiveOutputStream(bytes, UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
    }

    Archives gnu() {
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
        return this;
    }

    Archives file(String path, String content) {
        return file(path, content.getBytes(UTF_8));
    }

    Archives file(String path, byte[] content) {
        TarArchiveEntry entry = new TarArchiveEntry(path, true);
        entry.setSize(content.length);
        return put(entry, content);
    }

    Archives directory(String path) {
        return put(new TarArchiveEntry(path, TarConstants.LF_DIR), new byte[0]);
    }

    /** Adds an entry of a kind that a source may not hold. */
    Archives special(String path, byte kind) {
        TarArchiveEntry entry = new TarArchiveEntry(path, kind);
        entry.setLinkName("/etc/passwd");
        return put(entry, new byte[0]);
    }

    /** Adds the header that gives the next entry a long name. */
    Archives longName(byte[] name) {
        TarArchiveEntry entry =
                new TarArchiveEntry(TarConstants.GNU_LONGLINK, TarConstants.LF_GNUTYPE_LONGNAME);
        entry.setSize(name.length);
        return put(entry, name);
    }

    /** Adds the header that gives the next entry attributes. */
    Archives attribute(String records) {
        TarArchiveEntry entry =
                new TarArchiveEntry("attributes", TarConstants.LF_PAX_EXTENDED_HEADER_LC);
        entry.setSize(records.length());
        return put(entry, records.getBytes(UTF_8));
    }

    byte[] tar() {
        try {
            tar.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    byte[] gzipped() {
        return gzip(tar());
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private Archives put(TarArchiveEntry entry, byte[] content) {
        try {
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
            return this;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
