package dev.berth.engine.config;

import dev.berth.spi.ConfigType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An extension's configuration record, read once and found to be one that can be bound.
 *
 * @param <C> the record
 */
public final class ConfigRecord<C extends Record> {

    private final Class<C> type;
    private final List<ConfigComponent> components;

    private ConfigRecord(Class<C> type, List<ConfigComponent> components) {
        this.type = type;
        this.components = List.copyOf(components);
    }

    /**
     * Reads the record of {@code config}.
     *
     * @throws IllegalArgumentException with all that keeps it from being bound
     */
    public static <C extends Record> ConfigRecord<C> of(ConfigType<C> config) {
        List<String> problems = new ArrayList<>();
        List<ConfigComponent> components = new ArrayList<>();
        for (RecordComponent component : config.type().getRecordComponents()) {
            ConfigComponent.of(component, problems).ifPresent(components::add);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "record '%s' is no configuration: %s"
                            .formatted(config.type().getName(), String.join("; ", problems)));
        }
        return new ConfigRecord<>(config.type(), components);
    }

    /** Returns the description of every key, in the record's order. */
    public List<ConfigKey> keys() {
        return components.stream().map(ConfigComponent::key).toList();
    }

    List<ConfigComponent> components() {
        return components;
    }

    Constructor<C> constructor() throws NoSuchMethodException {
        Class<?>[] parameters =
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        Constructor<C> constructor = type.getDeclaredConstructor(parameters);
        constructor.setAccessible(true);
        return constructor;
    }
}
