package dev.berth.rest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the secrets of this Berth: one file each, in a directory that nobody else may read. */
public record SecretFiles(Path directory) {

    /** Returns the text of the secret {@code name}, without white space around it. */
    public String read(String name) {
        Path file = directory.resolve(name);
        try {
            String text = Files.readString(file).strip();
            if (text.isEmpty()) {
                throw new IllegalStateException(
                        "cannot use the secret in '" + file + "': the file is empty");
            }
            return text;
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "cannot read the secret in '"
                            + file
                            + "': set berth.secrets.directory to where it is",
                    failure);
        }
    }
}
