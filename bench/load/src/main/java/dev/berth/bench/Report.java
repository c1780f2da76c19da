package dev.berth.bench;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Collects what a bench has measured, and prints it: a table to read, and a line of JSON. */
final class Report {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String bench;
    private final Instant begun = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Machine before = Machine.now();
    private final List<Row> rows = new ArrayList<>();
    private final List<Budget> budgets = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Report(String bench) {
        this.bench = bench;
    }

    /** Adds a line, and the machine's load at this moment: that of the minute that was measured. */
    void add(Row row) {
        Row loaded = row.and("load", Machine.now().load());
        Console.say(
                "  "
                        + loaded.cells().keySet().stream()
                                .map(column -> column + "=" + loaded.text(column))
                                .collect(joining("  ")));
        rows.add(loaded);
    }

    void add(Budget budget) {
        budgets.add(budget);
    }

    /** Adds a sentence that a reader of the figures has to know. */
    void note(String sentence) {
        notes.add(sentence);
    }

    void print() {
        Console.say("");
        Console.say(
                "%s, %s, %s; load before %.2f"
                        .formatted(bench, begun, before.description(), before.load()));
        Console.say("");
        table().forEach(Console::say);
        Console.say("");
        notes.forEach(Console::say);
        budgets.forEach(budget -> Console.say(sentence(budget)));
        Console.say("");
        Console.say(json());
    }

    private List<String> table() {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.cells().keySet()));
        List<String> lines = new ArrayList<>();
        lines.add(columns.stream().collect(joining(" | ", "| ", " |")));
        lines.add(columns.stream().map(_ -> "---").collect(joining(" | ", "| ", " |")));
        rows.forEach(
                row ->
                        lines.add(
                                columns.stream()
                                        .map(row::text)
                                        .collect(joining(" | ", "| ", " |"))));
        return lines;
    }

    private static String sentence(Budget budget) {
        return String.format(
                Locale.ROOT,
                "%s: %.2f, budget %.2f: %s",
                budget.what(),
                budget.measured(),
                budget.limit(),
                budget.met() ? "met" : "MISSED");
    }

    private String json() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("bench", bench);
        all.put("at", begun.toString());
        all.put("machine", before.description());
        all.put("load_before", before.load());
        all.put("rows", rows.stream().map(Row::cells).toList());
        all.put("budgets", budgets);
        all.put("notes", notes);
        try {
            return JSON.writeValueAsString(all);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
