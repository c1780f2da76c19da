package dev.berth.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where secrets of a started Berth stand that somebody may read who is not to know them: in rows,
 * records of topics, command lines, environments and files.
 */
record Exposure(StartedBerth berth, Secrets secrets) {

    private static final String CORE = "core(\\.\\d+)?|(hs_err|replay)_pid\\d+\\.log|.*\\.hprof";

    /** Says where any of them stands. */
    List<Finding> findings() {
        return Stream.concat(whatRuns().stream(), files().stream()).toList();
    }

    /** Says where any of them stands but in files; the Berth is up. */
    List<Finding> whatRuns() {
        Needles needles = new Needles(secrets.all());
        Stream<Finding> stored = Stream.concat(records(needles), rows(needles));
        return Stream.concat(new ProcessList(berth).findings(needles).stream(), stored)
                .distinct()
                .toList();
    }

    private Stream<Finding> records(Needles needles) {
        try (Topics topics = Topics.of(berth)) {
            return topics.records().stream()
                    .flatMap(
                            record ->
                                    found(
                                            needles,
                                            record.getBytes(UTF_8),
                                            "topic " + record.split(" ", 2)[0]));
        }
    }

    private Stream<Finding> rows(Needles needles) {
        List<Finding> findings = new ArrayList<>();
        try (Connection database = berth.database();
                Statement tables = database.createStatement();
                ResultSet names =
                        tables.executeQuery(
                                "SELECT tablename FROM pg_tables WHERE schemaname = 'public'")) {
            while (names.next()) {
                rows(database, names.getString(1), needles, findings);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return findings.stream();
    }

    // bytes are shown as hexadecimal digits
    private static void rows(
            Connection database, String table, Needles needles, List<Finding> findings)
            throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("SELECT t::text FROM " + table + " t")) {
            while (rows.next()) {
                found(needles, rows.getString(1).getBytes(UTF_8), "table " + table)
                        .forEach(findings::add);
            }
        }
    }

    private static Stream<Finding> found(Needles needles, byte[] text, String place) {
        return needles.in(text).stream().map(secret -> new Finding(place, secret.name()));
    }

    /** Says in which files any of them stands where it may not. */
    List<Finding> files() {
        Needles needles = new Needles(secrets.all());
        List<Finding> findings = new ArrayList<>();
        berth.written()
                .forEach(
                        root ->
                                regular(root, Integer.MAX_VALUE)
                                        .forEach(
                                                file ->
                                                        findings.addAll(
                                                                inFile(root, file, needles))));
        regular(StartedBerth.PROJECT, 1)
                .filter(file -> file.getFileName().toString().matches(CORE))
                .forEach(file -> findings.addAll(inFile(StartedBerth.PROJECT, file, needles)));
        return findings;
    }

    private static List<Finding> inFile(Path root, Path file, Needles needles) {
        return needles.in(read(file)).stream()
                .filter(secret -> !Lawful.allows(root.relativize(file), secret))
                .map(secret -> new Finding("file " + file, secret.name()))
                .toList();
    }

    private static Stream<Path> regular(Path root, int depth) {
        try (Stream<Path> files = Files.walk(root, depth)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException gone) {
            return new byte[0];
        }
    }
}
