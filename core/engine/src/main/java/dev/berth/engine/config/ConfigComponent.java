package dev.berth.engine.config;

import dev.berth.spi.Default;
import dev.berth.spi.Help;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One component of a configuration record: its key and its type. */
record ConfigComponent(ConfigKey key, ValueType type) {

    /** Keys that every instance has, and no record may take. */
    private static final String RESERVED = "use";

    /** Reads {@code component}; adds what is wrong with it to {@code problems}. */
    static Optional<ConfigComponent> of(RecordComponent component, List<String> problems) {
        Optional<ValueType> type = ValueType.of(component.getGenericType());
        if (type.isEmpty()) {
            problems.add(
                    "component '%s' has type '%s', which cannot be configured"
                            .formatted(
                                    component.getName(), component.getGenericType().getTypeName()));
            return Optional.empty();
        }
        ConfigComponent result = new ConfigComponent(key(component, type.get()), type.get());
        result.check(problems);
        return Optional.of(result);
    }

    private static ConfigKey key(RecordComponent component, ValueType type) {
        Optional<String> text =
                Optional.ofNullable(component.getAnnotation(Default.class)).map(Default::value);
        boolean required = text.isEmpty() && !(type instanceof ValueType.Maybe);
        String help =
                Optional.ofNullable(component.getAnnotation(Help.class))
                        .map(Help::value)
                        .orElse("");
        return new ConfigKey(kebab(component.getName()), type.text(), text, required, help);
    }

    private void check(List<String> problems) {
        if (key.name().equals(RESERVED)) {
            problems.add("component 'use' has the name of a key that every instance has");
        }
        key.defaultValue()
                .filter(text -> !accepts(text))
                .ifPresent(
                        text ->
                                problems.add(
                                        "the default '%s' of component '%s' is not %s"
                                                .formatted(
                                                        text,
                                                        key.name(),
                                                        type.scalar().expected())));
    }

    boolean accepts(String text) {
        try {
            type.value(text);
            return true;
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
