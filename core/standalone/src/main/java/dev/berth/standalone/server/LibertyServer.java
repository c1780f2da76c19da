package dev.berth.standalone.server;

import dev.berth.standalone.home.Distribution;
import dev.berth.standalone.home.Home;
import dev.berth.standalone.network.Port;
import dev.berth.standalone.network.Ports;
import dev.berth.standalone.network.Probe;
import dev.berth.standalone.process.ChildCommand;
import dev.berth.standalone.process.ChildProgram;
import dev.berth.standalone.process.JavaCommand;
import dev.berth.standalone.process.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Liberty with Outer and Inner as a child. */
public record LibertyServer(Home home, Distribution distribution, Ports ports) {

    private static final String NAME = "berth";

    /** Puts the configuration where Liberty reads it. Idempotent. */
    public void prepare(Settings settings) {
        copy(distribution.server(), configuration());
        try {
            Files.createDirectories(variables());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot make " + variables(), failure);
        }
        settings.write(home.settingsInForce());
    }

    public ChildProgram child() {
        return new ChildProgram(
                Program.LIBERTY,
                home,
                new ChildCommand(command(), environment()),
                probe()::answers);
    }

    /** Returns whether Inner has looked at every worker since it started. */
    public boolean reconciled() {
        return probe().says("reconciled");
    }

    private Probe probe() {
        return new Probe(
                URI.create(
                        "http://127.0.0.1:%d/health/ready"
                                .formatted(ports.number(Port.MANAGEMENT))));
    }

    List<String> command() {
        Stream<Path> options =
                Stream.of(
                        distribution.javaOptions(),
                        distribution.server().resolve("jvm.options"),
                        // the operator's, whose word is the last
                        configuration().resolve("configDropins/overrides/jvm.options"));
        return JavaCommand.of(
                options.filter(Files::exists).map(file -> "@" + file).toList(),
                List.of(
                        "-javaagent:" + distribution.agent(),
                        // of the agent, in plain text where each line is JSON
                        "-XX:-PrintWarnings",
                        "-jar",
                        distribution.serverJar().toString()),
                List.of(NAME));
    }

    private Map<String, String> environment() {
        return Map.of(
                "WLP_USER_DIR",
                user().toString(),
                "WLP_OUTPUT_DIR",
                home.liberty().resolve("output").toString(),
                "LOG_DIR",
                home.logs().resolve("liberty").toString(),
                // files of variables: passwords never stand on a command line
                "VARIABLE_SOURCE_DIRS",
                home.secrets() + ":" + variables(),
                "WLP_LOGGING_CONSOLE_FORMAT",
                "json",
                "WLP_LOGGING_MESSAGE_FORMAT",
                "json");
    }

    private Path configuration() {
        return user().resolve("servers").resolve(NAME);
    }

    private Path user() {
        return home.liberty().resolve("usr");
    }

    private Path variables() {
        return home.settingsInForce().getParent();
    }

    // what is equal stays as it is: Liberty keeps what it worked out for files of the same age
    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                if (!Files.exists(target) || Files.mismatch(file, target) >= 0) {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot copy " + from + " to " + to, failure);
        }
    }
}
