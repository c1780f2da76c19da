package dev.berth.inner;

import dev.berth.engine.config.ConfigValues;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** The server's configuration as the engine reads it. */
record ConfigSource(Config config) implements ConfigValues {

    @Override
    public Optional<String> value(String key) {
        return config.getOptionalValue(key, String.class)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    @Override
    public Set<String> keys() {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .collect(Collectors.toUnmodifiableSet());
    }
}
