package dev.berth.engine.config;

import dev.berth.spi.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A type of single values.
 *
 * @param name its name for an operator
 * @param expected what a text must be, to follow "is not"
 * @param parser turns a text into a value, or throws an {@link IllegalArgumentException}
 */
record Scalar(String name, String expected, Function<String, Object> parser) {

    /** Returns the scalar for values of {@code type}, where there is one. */
    static Optional<Scalar> of(Class<?> type) {
        return type.isEnum() ? Optional.of(constants(type)) : Optional.ofNullable(simple(type));
    }

    private static Scalar simple(Class<?> type) {
        return switch (type.getName()) {
            case "java.lang.String" -> new Scalar("string", "a string", text -> text);
            case "int", "java.lang.Integer" ->
                    new Scalar("int", "a whole number of 32 bits", Integer::valueOf);
            case "long", "java.lang.Long" ->
                    new Scalar("long", "a whole number of 64 bits", Long::valueOf);
            case "double", "java.lang.Double" -> new Scalar("double", "a number", Double::valueOf);
            case "boolean", "java.lang.Boolean" ->
                    new Scalar("boolean", "'true' or 'false'", Scalar::truth);
            case "java.time.Duration" ->
                    new Scalar("duration", "a duration such as 10s or 5m", Durations::parse);
            case "java.nio.file.Path" -> new Scalar("path", "a path", Path::of);
            case "java.net.URI" -> new Scalar("uri", "a URI", URI::create);
            case "dev.berth.spi.Secret" -> new Scalar("secret", "a secret", Secret::of);
            default -> null;
        };
    }

    private static Scalar constants(Class<?> type) {
        String names =
                Arrays.stream(type.getEnumConstants())
                        .map(Scalar::kebab)
                        .collect(Collectors.joining(", "));
        return new Scalar("one of " + names, "one of " + names, text -> constant(type, text));
    }

    private static Object constant(Class<?> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> kebab(constant).equals(text))
                .findFirst()
                .orElseThrow(IllegalArgumentException::new);
    }

    private static String kebab(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Object truth(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        };
    }
}
