package dev.berth.engine.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The type of a component: one value, perhaps one, or several. */
sealed interface ValueType {

    Scalar scalar();

    record Single(Scalar scalar) implements ValueType {}

    record Maybe(Scalar scalar) implements ValueType {}

    record Several(Scalar scalar) implements ValueType {}

    /** Returns the value type that {@code type} stands for, where it is one of those allowed. */
    static Optional<ValueType> of(Type type) {
        return switch (type) {
            case Class<?> plain -> Scalar.of(plain).map(Single::new);
            case ParameterizedType generic -> of(generic);
            default -> Optional.empty();
        };
    }

    private static Optional<ValueType> of(ParameterizedType generic) {
        if (!(generic.getActualTypeArguments()[0] instanceof Class<?> element)) {
            return Optional.empty();
        }
        if (generic.getRawType() == Optional.class) {
            return Scalar.of(element).map(Maybe::new);
        }
        return generic.getRawType() == List.class
                ? Scalar.of(element).map(Several::new)
                : Optional.empty();
    }

    /** Returns its name for an operator. */
    default String text() {
        return switch (this) {
            case Single(Scalar scalar) -> scalar.name();
            case Maybe(Scalar scalar) -> scalar.name();
            case Several(Scalar scalar) -> "list of " + scalar.name();
        };
    }

    /** Turns a text into the value of a component, or throws what the parser throws. */
    default Object value(String text) {
        return switch (this) {
            case Single(Scalar scalar) -> scalar.parser().apply(text);
            case Maybe(Scalar scalar) -> Optional.of(scalar.parser().apply(text));
            case Several(Scalar scalar) -> values(scalar, text);
        };
    }

    private static List<Object> values(Scalar scalar, String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(scalar.parser())
                .toList();
    }
}
