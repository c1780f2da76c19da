package dev.berth.rest.outer.application;

import dev.berth.rest.Public;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Outer's routes, and what the documentation says of them. */
final class OuterRoutes {

    private static final java.nio.file.Path DOCUMENTATION = java.nio.file.Path.of("../../docs");

    private OuterRoutes() {}

    /** Returns those that need a token by their names, such as {@code GET /api/v1/worker}. */
    static Map<String, Method> all() {
        return routes(method -> !method.isAnnotationPresent(Public.class));
    }

    /** Returns those that need none. */
    static Map<String, Method> open() {
        return routes(method -> method.isAnnotationPresent(Public.class));
    }

    private static Map<String, Method> routes(Predicate<Method> wanted) {
        Map<String, Method> routes = new TreeMap<>();
        for (Class<?> resource : new OuterApplication().getClasses()) {
            for (Method method : resource.getMethods()) {
                verb(method)
                        .filter(_ -> wanted.test(method))
                        .ifPresent(verb -> routes.put(verb + " " + path(resource, method), method));
            }
        }
        return routes;
    }

    /**
     * Returns the cells after the first of the rows that {@code row} matches, by the first, of one
     * section of a page.
     */
    static Map<String, List<String>> table(String page, String section, Pattern row) {
        Map<String, List<String>> table = new TreeMap<>();
        try {
            Stream.of(Files.readString(DOCUMENTATION.resolve(page)).split("\n## "))
                    .filter(part -> part.startsWith(section))
                    .flatMap(String::lines)
                    .map(row::matcher)
                    .filter(Matcher::matches)
                    .forEach(
                            cells ->
                                    table.put(
                                            cells.group(1),
                                            Arrays.stream(cells.group(2).split("\\|", -1))
                                                    .map(String::strip)
                                                    .toList()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return table;
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value())
                .findFirst();
    }

    private static String path(Class<?> resource, Method method) {
        Path more = method.getAnnotation(Path.class);
        return resource.getAnnotation(Path.class).value()
                + (more == null ? "" : "/" + more.value());
    }
}
