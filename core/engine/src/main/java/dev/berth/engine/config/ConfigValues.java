package dev.berth.engine.config;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an operator has set: keys and texts. An empty text counts as not set. */
public interface ConfigValues {

    /** Returns the text of {@code key}, also where {@link #keys()} does not list it. */
    Optional<String> value(String key);

    /** Returns the keys that are known to be set. */
    Set<String> keys();

    /** Returns the values of {@code map}. */
    static ConfigValues of(Map<String, String> map) {
        Map<String, String> copy = Map.copyOf(map);
        return new ConfigValues() {
            @Override
            public Optional<String> value(String key) {
                return Optional.ofNullable(copy.get(key))
                        .map(String::strip)
                        .filter(text -> !text.isEmpty());
            }

            @Override
            public Set<String> keys() {
                return copy.keySet();
            }
        };
    }
}
