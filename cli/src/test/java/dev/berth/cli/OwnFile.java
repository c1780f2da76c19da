package dev.berth.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Files as somebody writes them who keeps secrets in them. */
final class OwnFile {

    private OwnFile() {}

    static Path write(Path file, String text) throws IOException {
        return shared(file, text, "rw-------");
    }

    static Path shared(Path file, String text, String permissions) throws IOException {
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
