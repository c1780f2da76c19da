package dev.berth.standalone.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.standalone.home.Distribution;
import dev.berth.standalone.home.Home;
import dev.berth.standalone.network.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibertyServerTest {

    private static final Path OVERRIDES =
            Path.of("liberty/usr/servers/berth/configDropins/overrides/jvm.options");

    @TempDir private Path directory;

    @Test
    void optionsOfTheOperatorComeAfterBerths() throws IOException {
        Path own = file(distribution().server().resolve("jvm.options"));
        Path operators = file(directory.resolve("home").resolve(OVERRIDES));

        assertThat(optionFiles()).containsExactly("@" + own, "@" + operators);
    }

    @Test
    void anOperatorMayHaveNoOptions() throws IOException {
        Path own = file(distribution().server().resolve("jvm.options"));

        assertThat(optionFiles()).containsExactly("@" + own);
    }

    private static Path file(Path path) throws IOException {
        Files.createDirectories(path.getParent());
        return Files.createFile(path);
    }

    private Distribution distribution() {
        return new Distribution(directory.resolve("distribution"));
    }

    private List<String> optionFiles() {
        Home home = Home.at(directory.resolve("home"));
        return new LibertyServer(home, distribution(), Ports.with(Map.of()))
                .command().stream().filter(argument -> argument.startsWith("@")).toList();
    }
}
