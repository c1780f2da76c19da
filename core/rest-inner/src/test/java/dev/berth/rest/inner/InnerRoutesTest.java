package dev.berth.rest.inner;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of routes has all of Inner's, and no others. */
class InnerRoutesTest {

    private static final java.nio.file.Path PAGE = java.nio.file.Path.of("../../docs/api.md");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z]+ /\\S*)` \\|");

    @Test
    void everyRouteIsOnThePageAndNoOther() throws IOException {
        assertThat(onThePage()).isEqualTo(routes());
    }

    private static Set<String> onThePage() throws IOException {
        return Stream.of(Files.readString(PAGE).split("\n## "))
                .filter(section -> section.startsWith("Inner"))
                .flatMap(section -> ROW.matcher(section).results())
                .map(row -> row.group(1))
                .collect(Collectors.toSet());
    }

    private static Set<String> routes() {
        return new InnerApplication()
                .getClasses().stream()
                        .flatMap(resource -> Arrays.stream(resource.getMethods()))
                        .flatMap(InnerRoutesTest::names)
                        .collect(Collectors.toSet());
    }

    private static Stream<String> names(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value() + " " + path(method));
    }

    private static String path(Method method) {
        Path more = method.getAnnotation(Path.class);
        return method.getDeclaringClass().getAnnotation(Path.class).value()
                + (more == null ? "" : "/" + more.value());
    }
}
