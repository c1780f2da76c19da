package dev.berth.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON value; what is absent reads as empty, so that other servers' answers do no harm. */
sealed interface Json {

    record Members(Map<String, Json> values) implements Json {

        public Members {
            values = new LinkedHashMap<>(values);
        }

        Members with(String name, Json value) {
            Map<String, Json> more = new LinkedHashMap<>(values);
            more.put(name, value);
            return new Members(more);
        }

        Members with(String name, String value) {
            return with(name, new Text(value));
        }

        Members with(String name, long value) {
            return with(name, new Literal(Long.toString(value)));
        }
    }

    record Items(List<Json> values) implements Json {

        public Items {
            values = List.copyOf(values);
        }
    }

    record Text(String value) implements Json {}

    /** A number, {@code true} or {@code false}, as written. */
    record Literal(String value) implements Json {}

    record Absent() implements Json {}

    static Members object() {
        return new Members(Map.of());
    }

    default Json get(String name) {
        return this instanceof Members(Map<String, Json> values)
                ? values.getOrDefault(name, new Absent())
                : new Absent();
    }

    default List<Json> items() {
        return this instanceof Items(List<Json> values) ? values : List.of();
    }

    /** Returns the text, number or truth value as text, or nothing of anything else. */
    default String text() {
        return switch (this) {
            case Text(String value) -> value;
            case Literal(String value) -> value;
            case Members _, Items _, Absent _ -> "";
        };
    }

    /** Returns the whole number, or 0 of anything else. */
    default long number() {
        return this instanceof Literal(String value) && value.matches("-?[0-9]{1,18}")
                ? Long.parseLong(value)
                : 0;
    }
}
