package dev.berth.store.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.berth.model.Condition;
import java.util.List;
import java.util.Map;

/** Writes and reads what is kept as JSON. */
public final class Json {

    public static final ObjectMapper MAPPER = new ObjectMapper();

    private static final TypeReference<List<String>> STRINGS = new TypeReference<>() {};
    private static final TypeReference<List<Condition>> CONDITIONS = new TypeReference<>() {};
    private static final TypeReference<List<Object>> ELEMENTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private Json() {}

    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write a row's JSON", e);
        }
    }

    public static List<String> strings(String text) {
        return read(text, STRINGS);
    }

    public static List<Condition> conditions(String text) {
        return read(text, CONDITIONS);
    }

    /** Returns how many elements the array in {@code text} has. */
    public static int count(String text) {
        return read(text, ELEMENTS).size();
    }

    /**
     * Returns the map of texts in {@code text}, which was decrypted: no failure shows any of it.
     */
    public static Map<String, String> texts(String text) {
        try {
            return MAPPER.readValue(text, TEXTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was decrypted is not a map of texts");
        }
    }

    public static <T> T read(String text, TypeReference<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read a row's JSON: " + text, e);
        }
    }
}
