package dev.berth.rest;

import java.util.Collection;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Names Java types as a client knows them. */
final class JsonTypes {

    private JsonTypes() {}

    static String word(Class<?> type) {
        if (type == String.class) {
            return "a string";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (wholeNumber(type)) {
            return "a whole number in range";
        }
        return Collection.class.isAssignableFrom(type) ? "an array" : object(type);
    }

    private static boolean wholeNumber(Class<?> type) {
        return type == int.class
                || type == long.class
                || Number.class.isAssignableFrom(type)
                || type == OptionalInt.class
                || type == OptionalLong.class;
    }

    private static String object(Class<?> type) {
        return type.isRecord() || Map.class.isAssignableFrom(type)
                ? "an object"
                : "a value of another type";
    }
}
