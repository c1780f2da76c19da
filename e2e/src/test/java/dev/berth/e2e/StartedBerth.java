package dev.berth.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.berth.e2e.Secret.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

/** A Berth of its own, started and driven by the commands of the README. */
final class StartedBerth implements AutoCloseable {

    static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Duration START = Duration.ofMinutes(2);

    private final Path home;
    private final Map<String, Integer> ports = new LinkedHashMap<>();
    private final Command shell;
    private final Secrets secrets = new Secrets();
    private final List<Path> written = new ArrayList<>();
    private Optional<Process> launcher = Optional.empty();

    private StartedBerth(Path home) {
        this.home = home;
        written.add(home);
        this.shell = new Command(PROJECT, Map.of("BERTH_HOME", home.toString()));
        List<String> names =
                List.of(
                        "outer",
                        "inner",
                        "edge",
                        "postgres",
                        "kafka",
                        "kafka-controller",
                        "edge-control",
                        "management",
                        "admin");
        List<Integer> free = Ports.free(names.size());
        for (int n = 0; n < names.size(); n++) {
            ports.put(names.get(n), free.get(n));
        }
    }

    /** Returns one in {@code home} that is not started yet, as a newcomer has it. */
    static StartedBerth asShipped(Path home) {
        return new StartedBerth(home);
    }

    /** Returns one in {@code home} that is not started yet, and is to start soon. */
    static StartedBerth in(Path home) {
        Path overrides = home.resolve("liberty/usr/servers/berth/configDropins/overrides");
        try {
            Files.createDirectories(overrides);
            closeToOthers(home);
            // it does not live for long
            Files.writeString(overrides.resolve("jvm.options"), "-XX:TieredStopAtLevel=1\n");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new StartedBerth(home);
    }

    private static void closeToOthers(Path home) throws IOException {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
    }

    /** Adds a line to the operator's settings, before the start. */
    StartedBerth with(String key, String value) {
        try {
            Files.createDirectories(home);
            closeToOthers(home);
            Files.writeString(
                    home.resolve("berth.properties"),
                    key + "=" + value + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Runs {@code ./berth up} and returns once it says that it is ready. */
    StartedBerth up() {
        List<String> command = new ArrayList<>(List.of("./berth", "up"));
        ports.forEach((name, port) -> command.addAll(List.of("--port", name + "=" + port)));
        try {
            Path output = Path.of("target", "up-" + home.getFileName() + ".log");
            Process process = start(command, output);
            awaitReady(process, output);
            assertThat(process.isAlive()).as(() -> said(output)).isTrue();
            launcher = Optional.of(process);
            meetSecrets();
            return this;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void awaitReady(Process process, Path output) {
        try {
            await().atMost(START)
                    .pollInterval(Duration.ofMillis(200))
                    .until(
                            () ->
                                    !process.isAlive()
                                            || Files.readString(output).contains("berth deploy"));
        } catch (ConditionTimeoutException late) {
            // nobody has it to close it
            process.destroy();
            throw late;
        }
    }

    private static String said(Path output) {
        try {
            return Files.readString(output)
                    + Files.readString(output.resolveSibling(output.getFileName() + ".err"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Runs {@code ./berth} with {@code arguments}. */
    Command.Result berth(String... arguments) {
        return shell.run(Stream.concat(Stream.of("./berth"), Arrays.stream(arguments)).toList());
    }

    /** Starts {@code ./berth} with {@code arguments}; returns once it has printed something. */
    Process begin(String... arguments) {
        List<String> command =
                Stream.concat(Stream.of("./berth"), Arrays.stream(arguments)).toList();
        try {
            Path output = Path.of("target", arguments[0] + "-" + home.getFileName() + ".log");
            Process process = start(command, output);
            await().atMost(START).until(() -> Files.size(output) > 0);
            return process;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Process start(List<String> command, Path output) throws IOException {
        Path errors = output.resolveSibling(output.getFileName() + ".err");
        written.addAll(List.of(output, errors));
        return shell.start(command, output, errors);
    }

    /** Runs {@code ./berth down}; the launcher has ended when it returns. */
    void down() {
        berth("down").succeeded();
        launcher.ifPresent(
                process -> await().atMost(Duration.ofSeconds(30)).until(() -> !process.isAlive()));
        launcher = Optional.empty();
    }

    int port(String name) {
        return ports.get(name);
    }

    /** Ends one of its processes, {@code .} for the launcher, as a power cut would. */
    void kill(String directory) {
        String file = directory.equals(".") ? "launcher.pid" : directory + "/pid";
        try {
            String pid = Files.readString(home.resolve(file)).split(" ", 2)[0];
            ProcessHandle process = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
            process.destroyForcibly();
            process.onExit().join();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns the names of its ports that somebody listens on. */
    List<String> portsInUse() {
        return ports.entrySet().stream()
                .filter(port -> Ports.isInUse(port.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the status that Inner answers with when it is asked for its health. */
    int innerStatus() {
        URI health = URI.create("http://127.0.0.1:" + port("inner") + "/health");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(health).build(), BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException away) {
            return 0;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    /** Returns what it is made of. */
    Path distribution() {
        return PROJECT.resolve("dist/target/berth");
    }

    Path home() {
        return home;
    }

    /** Returns the content of one of the files in {@code secrets}. */
    String secret(String name) {
        try {
            return Files.readString(home.resolve("secrets").resolve(name)).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Opens the database as its owner. */
    Connection database() throws SQLException {
        return database("berth_owner", "db-owner");
    }

    /** Opens the database as a user whose password is in that secret. */
    Connection database(String user, String secret) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:" + port("postgres") + "/berth";
        return DriverManager.getConnection(url, user, secret(secret));
    }

    /** Returns the secrets that it has and that it was told, as far as tests know them. */
    Secrets secrets() {
        return secrets;
    }

    /** Returns the files, and directories of files, that it has written. */
    List<Path> written() {
        return written;
    }

    /** Has another directory be looked through: a part of it writes there. */
    void alsoWrites(Path directory) {
        written.add(directory);
    }

    /** Returns where its secrets stand, and those of its users, that are not to be there. */
    List<Finding> findings() {
        meetSecrets();
        return new Exposure(this, secrets).findings();
    }

    /** Returns in which files any of them stands that is not to be there; it may be down. */
    List<Finding> findingsInFiles() {
        return new Exposure(this, secrets).files();
    }

    private void meetSecrets() {
        secrets.ofHome(home.resolve("secrets"));
        MailDirectory.of(this).codes().forEach(code -> secrets.add(Kind.CODE, "mailed code", code));
    }

    /** Ends it, once it was looked through for secrets: as it runs, and what it leaves behind. */
    @Override
    public void close() {
        if (launcher.isEmpty()) {
            return;
        }
        List<Finding> findings = new ArrayList<>();
        try {
            meetSecrets();
            findings.addAll(new Exposure(this, secrets).whatRuns());
        } finally {
            down();
        }
        findings.addAll(findingsInFiles());
        assertThat(findings).as("what shows secrets").isEmpty();
    }
}
