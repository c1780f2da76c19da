package dev.berth.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdentityTest {

    @TempDir private Path directory;

    private final long self = ProcessHandle.current().pid();

    @Test
    void whatWasWrittenIsFoundAgain() {
        Path file = directory.resolve("pid");

        Identity.of(self).orElseThrow().write(file);

        assertThat(Identity.read(file).flatMap(Identity::process))
                .contains(ProcessHandle.current());
    }

    @Test
    void aProcessThatStartedAtAnotherTimeIsAnother() {
        Identity real = Identity.of(self).orElseThrow();

        Identity earlier = new Identity(real.pid(), real.start() - 1, real.boot());

        assertThat(earlier.process()).isEmpty();
    }

    @Test
    void aProcessOfAnotherBootIsAnother() {
        Identity real = Identity.of(self).orElseThrow();

        Identity other = new Identity(real.pid(), real.start(), "another-boot");

        assertThat(other.process()).isEmpty();
    }

    @Test
    void aDamagedFileNamesNobody() throws IOException {
        Path file = Files.writeString(directory.resolve("pid"), "12 x\n");

        assertThat(Identity.read(file)).isEmpty();
        assertThat(Identity.read(directory.resolve("absent"))).isEmpty();
    }

    @Test
    void aProcessThatHasEndedIsGone() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("sleep", "60").start();
        Identity identity = Identity.of(process.pid()).orElseThrow();

        process.destroyForcibly().waitFor();

        assertThat(identity.process()).isEmpty();
    }
}
