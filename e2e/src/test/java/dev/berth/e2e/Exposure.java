package dev.berth.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Where secrets of a started Berth stand that somebody may read who is not to know them: in files
 * but those that keep this Berth's own, in rows, in records of topics, and in command lines and
 * environments, but those of the workers themselves.
 */
final class Exposure {

    /** Where this Berth's own secrets are: docs/operations.md says so. */
    private static final List<String> KEEPERS =
            List.of("secrets", "cli.properties", "liberty/output/berth/workarea");

    private final StartedBerth berth;
    private final Set<String> secrets = new ConcurrentSkipListSet<>();
    private final Set<String> seen = new ConcurrentSkipListSet<>();
    private final List<Future<?>> looks = new ArrayList<>();

    /** Begins with the secrets that this Berth has made for itself. */
    Exposure(StartedBerth berth) {
        this.berth = berth;
        try (Stream<Path> files = Files.list(berth.home().resolve("secrets"))) {
            files.map(Exposure::read).flatMap(String::lines).forEach(this::add);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Adds one, and returns it. */
    String add(String secret) {
        // a shorter one is found by chance
        if (secret.length() < 16) {
            throw new IllegalArgumentException("too short to be looked for");
        }
        secrets.add(secret);
        return secret;
    }

    /** Looks at the processes again and again until that is closed. */
    ExecutorService watch() {
        ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
        looks.add(
                watch.scheduleWithFixedDelay(
                        () -> seen.addAll(processes()), 0, 50, TimeUnit.MILLISECONDS));
        return watch;
    }

    /** Returns where any of them stands, or was seen. */
    List<String> places() throws SQLException {
        assertThat(looks).noneMatch(look -> look.state() == Future.State.FAILED);
        List<String> places = new ArrayList<>(seen);
        places.addAll(files());
        places.addAll(processes());
        places.addAll(rows());
        places.addAll(records());
        return places;
    }

    private List<String> files() {
        List<Path> keepers = KEEPERS.stream().map(berth.home()::resolve).toList();
        try (Stream<Path> files = Files.walk(berth.home())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> keepers.stream().noneMatch(file::startsWith))
                    .filter(file -> shows(read(file)))
                    .map(Path::toString)
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<String> processes() {
        return ProcessHandle.allProcesses()
                .map(process -> Path.of("/proc", Long.toString(process.pid())))
                .flatMap(this::process)
                .toList();
    }

    private Stream<String> process(Path process) {
        String run = berth.home().resolve("run").toString();
        String environment = read(process.resolve("environ"));
        String command = read(process.resolve("cmdline"));
        List<String> places = new ArrayList<>();
        if (shows(command)) {
            places.add("command line: " + command);
        }
        if (!environment.contains(run) && shows(environment)) {
            places.add("environment of: " + command);
        }
        return places.stream();
    }

    private List<String> records() {
        try (Topics topics = Topics.of(berth)) {
            List<String> records = topics.records();
            assertThat(records).as("what was told").isNotEmpty();
            return records.stream().filter(this::shows).map(record -> "topic: " + record).toList();
        }
    }

    private List<String> rows() throws SQLException {
        List<String> places = new ArrayList<>();
        try (Connection database = berth.database();
                Statement tables = database.createStatement();
                ResultSet names =
                        tables.executeQuery(
                                "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")) {
            while (names.next()) {
                if (rows(database, names.getString(1))) {
                    places.add("table: " + names.getString(1));
                }
            }
        }
        return places;
    }

    private boolean rows(Connection database, String table) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("SELECT t::text FROM " + table + " t")) {
            boolean found = false;
            while (!found && rows.next()) {
                found = shows(rows.getString(1));
            }
            return found;
        }
    }

    /** Also as hexadecimal digits, as the database shows bytes. */
    private boolean shows(String text) {
        return secrets.stream()
                .anyMatch(
                        secret ->
                                text.contains(secret)
                                        || text.contains(
                                                HexFormat.of().formatHex(secret.getBytes(UTF_8))));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
