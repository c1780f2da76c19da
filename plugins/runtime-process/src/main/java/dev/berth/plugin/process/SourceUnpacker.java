package dev.berth.plugin.process;

import static dev.berth.spi.PluginException.Kind.INVALID;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.berth.spi.PluginException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Unpacks a source, and trusts nothing in it. */
final class SourceUnpacker {

    private static final int MOST_ENTRIES = 200_000;

    private final Path root;
    private long left;
    private int entries;

    private SourceUnpacker(Path root, long mostBytes) {
        this.root = root;
        this.left = mostBytes;
    }

    /** Makes {@code target} of the gzipped tar archive: the whole of it or nothing. */
    static void unpack(InputStream archive, Path target, long mostBytes) {
        Path draft = target.resolveSibling(target.getFileName() + ".draft");
        Trees.delete(draft);
        try {
            new SourceUnpacker(Trees.create(draft), mostBytes).unpack(archive);
            Files.move(draft, target, ATOMIC_MOVE);
        } catch (ZipException damaged) {
            throw new PluginException(
                    INVALID, "cannot unpack the source: it is no gzipped tar archive", damaged);
        } catch (FileAlreadyExistsException twice) {
            throw new PluginException(
                    INVALID,
                    "cannot unpack the source: '" + twice.getFile() + "' is in it twice",
                    twice);
        } catch (IOException failure) {
            throw new PluginException(
                    PluginException.Kind.UNAVAILABLE,
                    "cannot unpack the source: " + failure.getMessage(),
                    failure);
        } finally {
            Trees.delete(draft);
        }
    }

    private void unpack(InputStream archive) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(archive));
        for (TarArchiveEntry entry = tar.getNextEntry();
                entry != null;
                entry = tar.getNextEntry()) {
            entries++;
            if (entries > MOST_ENTRIES) {
                throw refused("it holds more than " + MOST_ENTRIES + " files");
            }
            unpack(entry, tar);
        }
    }

    private void unpack(TarArchiveEntry entry, InputStream content) throws IOException {
        Path path = root.resolve(relative(entry.getName())).normalize();
        if (!path.startsWith(root)) {
            throw refused("'" + entry.getName() + "' leaves it");
        }
        if (entry.isDirectory()) {
            Trees.create(path);
        } else if (regular(entry)) {
            write(path, content);
            // the owner's right to execute is all that is taken of the mode
            if ((entry.getMode() & 0100) != 0 && !path.toFile().setExecutable(true, true)) {
                throw new IOException("cannot make " + path + " executable");
            }
        } else {
            throw refused("'" + entry.getName() + "' is neither a file nor a directory");
        }
    }

    // isFile() is true of devices too
    private static boolean regular(TarArchiveEntry entry) {
        return entry.getLinkFlag() == TarConstants.LF_NORMAL
                || entry.getLinkFlag() == TarConstants.LF_OLDNORM;
    }

    private void write(Path path, InputStream content) throws IOException {
        Trees.create(path.getParent());
        byte[] buffer = new byte[64 * 1024];
        try (OutputStream file = Files.newOutputStream(path, CREATE_NEW, WRITE)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                left -= read;
                if (left < 0) {
                    throw refused("it is larger than the worker's disk");
                }
                file.write(buffer, 0, read);
            }
        }
    }

    private static String relative(String name) {
        if (name.startsWith("/") || name.indexOf('\0') >= 0) {
            throw refused("'" + name + "' leaves it");
        }
        return name;
    }

    private static PluginException refused(String why) {
        return new PluginException(INVALID, "cannot unpack the source: " + why);
    }
}
