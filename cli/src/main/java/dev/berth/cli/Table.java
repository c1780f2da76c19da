package dev.berth.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Rows under headings. Not picocli's table: that one takes markup in the values as its own. */
final class Table {

    private static final String GAP = "  ";

    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    Table(String... headings) {
        this.headings = List.of(headings);
    }

    Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    void print(Console console) {
        List<List<String>> safe =
                rows.stream().map(row -> row.stream().map(console::shown).toList()).toList();
        int[] widths =
                IntStream.range(0, headings.size()).map(column -> width(column, safe)).toArray();
        console.styled(line(headings, widths, false));
        safe.forEach(row -> console.styled(line(row, widths, console.colours())));
    }

    private int width(int column, List<List<String>> safe) {
        return safe.stream()
                .mapToInt(row -> row.get(column).length())
                .reduce(headings.get(column).length(), Math::max);
    }

    private static String line(List<String> cells, int[] widths, boolean colours) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            line.append(colours ? Status.coloured(cell) : cell)
                    .append(" ".repeat(widths[column] - cell.length()))
                    .append(GAP);
        }
        return line.toString().stripTrailing();
    }
}
