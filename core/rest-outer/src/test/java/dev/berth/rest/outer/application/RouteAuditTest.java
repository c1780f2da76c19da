package dev.berth.rest.outer.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.rest.outer.Audited;
import dev.berth.rest.outer.ChangesNothing;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.container.Suspended;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No route changes anything that the audit log does not know. */
class RouteAuditTest {

    private static final Path DOCUMENTATION = Path.of("../../docs/audit.md");
    private static final List<Class<? extends Annotation>> CHANGING =
            List.of(POST.class, PUT.class, PATCH.class, DELETE.class);

    @ParameterizedTest
    @MethodSource("routes")
    void routeSaysWhatItIsCalledOrThatItOnlyLooks(Method route) {
        assertThat(route.isAnnotationPresent(Audited.class))
                .isNotEqualTo(route.isAnnotationPresent(ChangesNothing.class));
    }

    @ParameterizedTest
    @MethodSource("audited")
    void routeAnswersOnTheThreadThatItsDeedIsNotedOn(Method route) {
        assertThat(Arrays.stream(route.getParameters()))
                .noneMatch(parameter -> parameter.isAnnotationPresent(Suspended.class));
    }

    @ParameterizedTest
    @MethodSource("audited")
    void operationIsDocumented(Method route) throws IOException {
        assertThat(Files.readString(DOCUMENTATION))
                .contains("`" + route.getAnnotation(Audited.class).value() + "`");
    }

    @Test
    void everyOperationIsOneRoutes() {
        assertThat(audited().map(route -> route.getAnnotation(Audited.class).value()))
                .isNotEmpty()
                .doesNotHaveDuplicates();
    }

    private static Stream<Method> audited() {
        return routes().filter(route -> route.isAnnotationPresent(Audited.class));
    }

    private static Stream<Method> routes() {
        return new OuterApplication()
                .getClasses().stream()
                        .flatMap(resource -> Arrays.stream(resource.getMethods()))
                        .filter(
                                method ->
                                        method.isAnnotationPresent(Audited.class)
                                                || CHANGING.stream()
                                                        .anyMatch(method::isAnnotationPresent));
    }
}
