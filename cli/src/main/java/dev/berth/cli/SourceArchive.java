package dev.berth.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A packed program in a temporary file, named by its digest. */
record SourceArchive(Path file, String sha256, long size, int entries) implements AutoCloseable {

    private static final int CHUNK = 1 << 16;

    void copyTo(OutputStream out, Progress progress) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] chunk = new byte[CHUNK];
            long sent = 0;
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                out.write(chunk, 0, read);
                sent += read;
                progress.part("uploading", sent, size);
            }
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException stillOpen) {
            // it goes when the command ends
        }
    }
}
