package dev.berth.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.spi.RouteTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableFileTest {

    private static final byte[] ONE = "{\"revision\":1,\"routes\":[]}".getBytes(UTF_8);

    @TempDir private Path directory;

    @Test
    void whatWasWrittenIsRead() {
        new TableFile(directory).write(ONE);

        assertThat(read()).contains(new RouteTable(1, Set.of()));
    }

    @Test
    void whatAnInterruptedWriteLeftDoesNotCount() throws IOException {
        new TableFile(directory).write(ONE);
        Files.writeString(directory.resolve("table.json.part"), "{\"revision\":2,\"rou");

        assertThat(read()).contains(new RouteTable(1, Set.of()));
    }

    @Test
    void beginningOfATableAtAnyLengthIsNoTableAndNoCrash() throws IOException {
        for (int length = 0; length < ONE.length; length++) {
            Files.writeString(
                    directory.resolve("table.json"), new String(ONE, 0, length, UTF_8), UTF_8);

            assertThat(read()).isEmpty();
            assertThat(directory.resolve("table.json.corrupt")).exists();
        }
    }

    @Test
    void directoryInTheFilesPlaceIsNoCrash() throws IOException {
        Files.createDirectories(directory.resolve("table.json").resolve("full"));

        assertThat(read()).isEmpty();
        new TableFile(directory).write(ONE);
        assertThat(read()).isPresent();
    }

    private Optional<RouteTable> read() {
        return new TableFile(directory).read();
    }
}
