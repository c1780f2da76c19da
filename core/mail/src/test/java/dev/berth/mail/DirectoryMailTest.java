package dev.berth.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.intent.mail.Letter;
import dev.berth.model.Email;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryMailTest {

    private static final Email ADA = new Email("ada@example.org");

    @TempDir Path home;

    private final AtomicLong millis = new AtomicLong();

    @Test
    void letterIsAFileThatNobodyElseReads() throws IOException {
        mail().send(new Letter(ADA, "Your code", "012345\n"));

        Path file = files().getFirst();
        assertThat(file)
                .content()
                .startsWith("To: ada@example.org\nSubject: Your code\n")
                .endsWith("\n\n012345\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
        assertThat(file.getFileName().toString()).doesNotContain("ada");
    }

    @Test
    void newestLettersAreKept() throws IOException {
        for (int n = 0; n < DirectoryMail.MOST + 3; n++) {
            mail().send(new Letter(ADA, "number " + n, ""));
        }

        assertThat(files()).hasSize(DirectoryMail.MOST);
        assertThat(files().getFirst()).content().contains("number 3");
        assertThat(files().getLast()).content().contains("number " + (DirectoryMail.MOST + 2));
    }

    private DirectoryMail mail() {
        return new DirectoryMail(
                home.resolve("mail"), () -> Instant.ofEpochMilli(millis.incrementAndGet()));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("mail"))) {
            return files.sorted(Comparator.naturalOrder()).toList();
        }
    }
}
