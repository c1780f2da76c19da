package dev.berth.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** What is deployed. */
final class Source {

    private final byte[] archive;

    private Source(byte[] archive) {
        this.archive = archive;
    }

    /** Returns an archive of these files, by name. */
    static Source of(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(bytes))) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                byte[] content = file.getValue().getBytes(UTF_8);
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey(), true);
                entry.setSize(content.length);
                tar.putArchiveEntry(entry);
                tar.write(content);
                tar.closeArchiveEntry();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Source(bytes.toByteArray());
    }

    /** Returns one that is fit for a runtime that only pretends. */
    static Source pretended() {
        return of(Map.of("app-manifest.json", manifest("\"./start\""), "start", ""));
    }

    static String manifest(String command) {
        return """
               {"appName": "Bench", "components": [{"name": "app", "type": "backend",
                "command": [%s]}]}
               """
                .formatted(command);
    }

    byte[] archive() {
        return archive.clone();
    }

    String digest() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(archive));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
