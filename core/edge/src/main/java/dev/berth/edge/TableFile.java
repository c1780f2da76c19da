package dev.berth.edge;

import dev.berth.spi.RouteTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Keeps the newest table through a restart. */
final class TableFile {

    private static final Logger LOG = System.getLogger(TableFile.class.getName());

    private final Path file;

    TableFile(Path state) {
        this.file = state.resolve("table.json");
    }

    void write(byte[] json) {
        try {
            AtomicFile.write(file, json);
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "cannot keep the route table in '" + file + "'", failure);
        }
    }

    /** Returns the table that was kept. A file that is no table is put aside. */
    Optional<RouteTable> read() {
        try {
            return Files.exists(file)
                    ? Optional.of(TableJson.read(Files.readAllBytes(file)))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException unusable) {
            LOG.log(
                    Level.WARNING,
                    "no route table in the file, starting empty; now in file=" + putAside(),
                    unusable);
            return Optional.empty();
        }
    }

    private Path putAside() {
        Path aside = file.resolveSibling("table.json.corrupt");
        try {
            return Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            LOG.log(Level.WARNING, "cannot put the file aside file=" + file, failure);
            return file;
        }
    }
}
