package dev.berth.outer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.eclipse.microprofile.config.spi.Converter;

/**
 * Settings that a test makes.
 *
 * @param prefix what all their names begin with
 * @param values they, by what follows
 */
record MapConfig(String prefix, Map<String, String> values) implements Config {

    @Override
    public <T> Optional<T> getOptionalValue(String name, Class<T> type) {
        return name.startsWith(prefix)
                ? Optional.ofNullable(type.cast(values.get(name.substring(prefix.length()))))
                : Optional.empty();
    }

    @Override
    public <T> T getValue(String name, Class<T> type) {
        return getOptionalValue(name, type).orElseThrow();
    }

    @Override
    public Iterable<String> getPropertyNames() {
        return values.keySet().stream().map(prefix::concat).toList();
    }

    @Override
    public ConfigValue getConfigValue(String name) {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public Iterable<ConfigSource> getConfigSources() {
        return List.of();
    }

    @Override
    public <T> Optional<Converter<T>> getConverter(Class<T> type) {
        return Optional.empty();
    }

    @Override
    public <T> T unwrap(Class<T> type) {
        throw new UnsupportedOperationException(type.getName());
    }
}
