package dev.berth.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The page of the documentation that lists routes. */
final class ApiPage {

    private static final Path PAGE = Path.of("../docs/api.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z]+) (/\\S*)` \\| ([a-z]*)");

    private ApiPage() {}

    /** A route, and the scope that it needs of a user. */
    record Row(String method, String path, String scope) {

        String name() {
            return method + " " + path;
        }

        boolean isPublic() {
            return scope.equals("none");
        }

        boolean letsIn(String one) {
            return scope.equals(one) || scope.equals("read");
        }
    }

    /** Returns Outer's routes. */
    static List<Row> outer() {
        return rows("Outer");
    }

    /** Returns Inner's routes. */
    static List<Row> inner() {
        return rows("Inner");
    }

    private static List<Row> rows(String gateway) {
        try {
            return Stream.of(Files.readString(PAGE).split("\n## "))
                    .filter(section -> section.startsWith(gateway))
                    .flatMap(section -> ROW.matcher(section).results())
                    .map(row -> new Row(row.group(1), row.group(2), row.group(3)))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
