package dev.berth.intent.source;

import dev.berth.model.Refusal;
import dev.berth.model.SourceId;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Takes uploads into files while it counts and hashes them. */
final class Spool {

    private static final String PREFIX = "upload-";
    private static final String SUFFIX = ".part";

    private final Path directory;
    private final long limit;
    private final Opener opener;

    /** Makes {@code directory}, for the owner only, and removes what a crash left in it. */
    Spool(Path directory, long limit, Opener opener) {
        this.directory = directory;
        this.limit = limit;
        this.opener = opener;
        prepare();
    }

    /** Takes {@code body} to its end. */
    Spooled take(InputStream body, OptionalLong declaredLength) {
        if (declaredLength.orElse(0) > limit) {
            throw tooLarge();
        }
        Path file = create();
        try {
            return fill(file, body, declaredLength);
        } catch (RuntimeException failed) {
            delete(file);
            throw failed;
        }
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Refusal unavailable(IOException failed) {
        String reason =
                failed instanceof FileSystemException file
                        ? String.valueOf(file.getReason())
                        : String.valueOf(failed.getMessage());
        return Refusal.of(
                Refusal.Kind.UNAVAILABLE,
                "cannot keep the upload on the disk of this server ("
                        + reason
                        + "); its operator has to make room or mend it, then try again");
    }

    private void prepare() {
        try {
            Files.createDirectories(
                    directory,
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------")));
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
            leftovers().forEach(Spool::delete);
        } catch (IOException failed) {
            throw new UncheckedIOException(
                    "cannot use the directory for uploads '" + directory + "'", failed);
        }
    }

    private List<Path> leftovers() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith(PREFIX)).toList();
        }
    }

    private Path create() {
        try {
            return Files.createTempFile(directory, PREFIX, SUFFIX);
        } catch (IOException failed) {
            throw unavailable(failed);
        }
    }

    private Spooled fill(Path file, InputStream body, OptionalLong declaredLength) {
        MessageDigest digest = sha256();
        long size = 0;
        try (OutputStream output = opener.open(file)) {
            byte[] buffer = new byte[64 * 1024];
            for (int read = read(body, buffer, size); read >= 0; read = read(body, buffer, size)) {
                size += read;
                if (size > limit) {
                    throw tooLarge();
                }
                digest.update(buffer, 0, read);
                output.write(buffer, 0, read);
            }
        } catch (IOException failed) {
            throw unavailable(failed);
        }
        mustBe(declaredLength, size);
        return new Spooled(file, size, new SourceId(HexFormat.of().formatHex(digest.digest())));
    }

    private static int read(InputStream body, byte[] buffer, long before) {
        try {
            return body.read(buffer);
        } catch (IOException _) {
            throw malformed("it broke off after " + before + " bytes");
        }
    }

    private static void mustBe(OptionalLong declaredLength, long size) {
        if (declaredLength.isPresent() && declaredLength.getAsLong() != size) {
            throw malformed("it has " + size + " bytes, but says " + declaredLength.getAsLong());
        }
    }

    private static Refusal malformed(String what) {
        return Refusal.of(
                Refusal.Kind.MALFORMED, "cannot take the source: " + what + "; send it again");
    }

    private Refusal tooLarge() {
        return Refusal.of(
                Refusal.Kind.TOO_LARGE,
                "cannot take the source: it is larger than "
                        + ArchiveLimits.shown(limit)
                        + "; leave out what the build makes or what it does not need");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Opens a file to write to. */
    @FunctionalInterface
    interface Opener {

        OutputStream open(Path file) throws IOException;
    }
}
