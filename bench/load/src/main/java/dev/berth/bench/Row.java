package dev.berth.bench;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One line of a table: names of columns, in their order, and values. */
record Row(Map<String, Object> cells) {

    static Row of(String column, Object value) {
        return new Row(Map.of()).and(column, value);
    }

    /** Returns this with another column at the right. */
    Row and(String column, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(cells);
        more.put(column, value instanceof Double number ? rounded(number) : value);
        return new Row(more);
    }

    String text(String column) {
        Object value = cells.getOrDefault(column, "");
        return value instanceof Double number
                ? String.format(Locale.ROOT, "%.2f", number)
                : value.toString();
    }

    private static Object rounded(double value) {
        return Double.isFinite(value) ? Math.round(value * 1000) / 1000.0 : "-";
    }
}
