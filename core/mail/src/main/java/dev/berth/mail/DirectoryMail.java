package dev.berth.mail;

import dev.berth.intent.mail.Letter;
import dev.berth.intent.mail.Mail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Puts letters into a directory that only its owner may read, one file each, for an operator who
 * passes on by hand what is in them. Keeps the newest.
 */
public final class DirectoryMail implements Mail {

    /** How many letters are kept. */
    static final int MOST = 100;

    private static final String SUFFIX = ".txt";
    private static final FileAttribute<?> PRIVATE_DIRECTORY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final FileAttribute<?> PRIVATE_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path directory;
    private final InstantSource clock;

    /** Creates it; the directory is made with the first letter. */
    public DirectoryMail(Path directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public void send(Letter letter) {
        try {
            Files.createDirectories(directory, PRIVATE_DIRECTORY);
            write(letter);
            forgetOld();
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "cannot put the letter into '%s': see that Berth may write there"
                            .formatted(directory),
                    failure);
        }
    }

    private void write(Letter letter) throws IOException {
        // the name sorts by age, and says nothing of whom the letter is for
        String name = "%015d-%s".formatted(clock.millis(), UUID.randomUUID());
        Path draft = Files.createFile(directory.resolve(name), PRIVATE_FILE);
        Files.writeString(
                draft,
                "To: %s%nSubject: %s%nDate: %s%n%n%s"
                        .formatted(letter.to(), letter.subject(), clock.instant(), letter.text()));
        Files.move(draft, directory.resolve(name + SUFFIX));
    }

    private void forgetOld() throws IOException {
        List<Path> newestFirst;
        try (Stream<Path> files = Files.list(directory)) {
            newestFirst =
                    files.filter(file -> file.toString().endsWith(SUFFIX))
                            .sorted(Comparator.reverseOrder())
                            .toList();
        }
        for (Path old :
                newestFirst.subList(Math.min(MOST, newestFirst.size()), newestFirst.size())) {
            Files.deleteIfExists(old);
        }
    }
}
