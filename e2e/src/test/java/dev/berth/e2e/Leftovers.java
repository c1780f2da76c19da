package dev.berth.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Looks for what a Berth, or a worker that is deleted, left behind. */
final class Leftovers {

    /**
     * Tables in which rows remain though no worker does: who uses Berth, what they did and were
     * told of it, what it offers, and when its jobs are due.
     */
    private static final Set<String> STAYING =
            Set.of(
                    "users",
                    "tenants",
                    "members",
                    "invitations",
                    "quotas",
                    "codes",
                    "attempts",
                    "projects",
                    "tokens",
                    "sessions",
                    "signing_keys",
                    "signatures",
                    "answers",
                    "audit_log",
                    "outbox",
                    "outbox_floor",
                    "cron_jobs",
                    "operators",
                    "user_reports",
                    "extensions",
                    "flyway_schema_history");

    private Leftovers() {}

    /** Returns the processes whose command, directory or environment names {@code home}. */
    static List<String> processes(Path home) throws IOException {
        try (Stream<Path> entries = Files.list(Path.of("/proc"))) {
            return entries.filter(entry -> entry.getFileName().toString().matches("[0-9]+"))
                    .filter(entry -> names(entry, home))
                    .map(Leftovers::command)
                    .toList();
        }
    }

    /** Returns the tables that still have rows of workers. */
    static List<String> rows(StartedBerth berth) throws SQLException {
        List<String> left = new ArrayList<>();
        try (Connection database = berth.database();
                Statement statement = database.createStatement()) {
            for (String table : tables(statement)) {
                try (ResultSet count = statement.executeQuery("SELECT count(*) FROM " + table)) {
                    count.next();
                    if (count.getLong(1) > 0) {
                        left.add(table + ": " + count.getLong(1));
                    }
                }
            }
        }
        return left;
    }

    /** Returns the files that name the worker, and the leases of ports. */
    static List<Path> files(Path home, String worker) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(file -> isOf(worker, home.relativize(file).toString())).toList();
        }
    }

    private static boolean isOf(String worker, String path) {
        return path.contains(worker) || path.matches("run/ports/[0-9]+");
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet names =
                statement.executeQuery(
                        "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()")) {
            while (names.next()) {
                tables.add(names.getString(1));
            }
        }
        tables.removeAll(STAYING);
        return tables;
    }

    private static boolean names(Path process, Path home) {
        return Stream.of("cmdline", "environ")
                .anyMatch(file -> read(process.resolve(file)).contains(home.toString()));
    }

    private static String command(Path process) {
        return process.getFileName() + " " + read(process.resolve("cmdline")).replace('\0', ' ');
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
