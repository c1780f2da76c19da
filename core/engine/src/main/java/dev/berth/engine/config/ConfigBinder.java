package dev.berth.engine.config;

import static java.util.function.Predicate.not;

import dev.berth.engine.config.ConfigBinding.Bound;
import dev.berth.engine.config.ConfigBinding.Refused;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Binds the keys under one prefix to a record, and collects everything that is wrong with them. */
public final class ConfigBinder {

    private final ConfigValues values;
    private final String prefix;
    private final List<String> problems = new ArrayList<>();

    private ConfigBinder(ConfigValues values, String prefix) {
        this.values = values;
        this.prefix = prefix;
    }

    /** Binds {@code values} whose keys begin with {@code prefix} and a dot to {@code type}. */
    public static <C extends Record> ConfigBinding<C> bind(
            ConfigRecord<C> type, ConfigValues values, String prefix) {
        return new ConfigBinder(values, prefix + ".").bind(type);
    }

    private <C extends Record> ConfigBinding<C> bind(ConfigRecord<C> type) {
        List<Object> arguments = new ArrayList<>();
        for (ConfigComponent component : type.components()) {
            argument(component).ifPresent(arguments::add);
        }
        refuseUnknown(type);
        return problems.isEmpty() ? create(type, arguments) : new Refused<>(problems);
    }

    private Optional<Object> argument(ConfigComponent component) {
        ConfigKey key = component.key();
        Optional<String> text = values.value(prefix + key.name()).or(key::defaultValue);
        if (text.isPresent()) {
            return parse(component, text.get());
        }
        if (key.required()) {
            problems.add("%s%s is not set%s".formatted(prefix, key.name(), help(key)));
            return Optional.empty();
        }
        return Optional.of(Optional.empty());
    }

    private Optional<Object> parse(ConfigComponent component, String text) {
        try {
            return Optional.of(component.type().value(text));
        } catch (IllegalArgumentException refused) {
            problems.add(
                    "%s%s is '%s', which is not %s%s"
                            .formatted(
                                    prefix,
                                    component.key().name(),
                                    text,
                                    component.type().scalar().expected(),
                                    help(component.key())));
            return Optional.empty();
        }
    }

    private static String help(ConfigKey key) {
        return key.help().isEmpty() ? "" : " (" + key.help() + ")";
    }

    private void refuseUnknown(ConfigRecord<?> type) {
        List<String> known = type.keys().stream().map(ConfigKey::name).toList();
        values.keys().stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .filter(not(known::contains))
                .filter(not("use"::equals))
                .sorted()
                .forEach(
                        key ->
                                problems.add(
                                        "%s%s is not known%s"
                                                .formatted(
                                                        prefix, key, DidYouMean.hint(key, known))));
    }

    private <C extends Record> ConfigBinding<C> create(
            ConfigRecord<C> type, List<Object> arguments) {
        try {
            return new Bound<>(type.constructor().newInstance(arguments.toArray()));
        } catch (InvocationTargetException thrown) {
            return refused(thrown.getCause());
        } catch (ReflectiveOperationException | RuntimeException unusable) {
            return refused(unusable);
        }
    }

    private <C extends Record> ConfigBinding<C> refused(Throwable cause) {
        String reason =
                cause instanceof IllegalArgumentException && cause.getMessage() != null
                        ? cause.getMessage()
                        : "the plugin's record fails with " + cause;
        return new Refused<>(List.of(prefix.substring(0, prefix.length() - 1) + ": " + reason));
    }
}
