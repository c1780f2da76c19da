package dev.berth.cli;

import java.util.List;

/** The versions of a worker, one per row. */
final class VersionTable {

    private VersionTable() {}

    static void print(List<Json> versions, Console console) {
        Table table = new Table("VERSION", "STATUS", "CREATED", "CHANGED", "MESSAGE");
        versions.stream()
                .map(Version::of)
                .forEach(
                        version ->
                                table.row(
                                        Long.toString(version.id()),
                                        version.status(),
                                        version.created(),
                                        version.changed(),
                                        version.message()));
        table.print(console);
    }
}
