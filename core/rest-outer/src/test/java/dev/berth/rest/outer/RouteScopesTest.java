package dev.berth.rest.outer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.berth.model.Refusal;
import dev.berth.model.Rights;
import dev.berth.model.Scope;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route lets in the tokens that the table in the documentation says, and no others. */
class RouteScopesTest {

    private static final java.nio.file.Path DOCUMENTATION =
            java.nio.file.Path.of("../../docs/accounts.md");
    private static final Pattern ROW = Pattern.compile("\\| `([A-Z]+ /\\S*)` \\|(.*)\\|");
    private static final List<Scope> COLUMNS = List.of(Scope.values());

    private static final Map<String, Method> ROUTES = routes();
    private static final Map<String, Set<Scope>> TABLE = table();

    @Test
    void everyRouteThatNeedsATokenIsInTheTableAndNoOther() {
        assertThat(TABLE.keySet()).isEqualTo(ROUTES.keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void routeSaysWhichScopeItNeeds(String name) {
        assertThat(ROUTES.get(name).isAnnotationPresent(Needs.class)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("names")
    void routeLetsInTheScopesOfTheTableAndNoOthers(String name) {
        assertThat(COLUMNS)
                .allSatisfy(
                        scope ->
                                assertThat(letsIn(ROUTES.get(name), scope))
                                        .as("%s with %s", name, scope)
                                        .isEqualTo(TABLE.get(name).contains(scope)));
    }

    @Test
    void routeThatSaysNothingLetsInNobody() throws NoSuchMethodException {
        Method forgotten = Object.class.getMethod("toString");

        Throwable thrown = catchThrowable(() -> ScopeFilter.check(forgotten, Rights.ALL));

        assertThat(thrown).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusalNamesTheScopeThatIsNeededAndThoseThatAreThere() {
        Throwable thrown =
                catchThrowable(
                        () ->
                                ScopeFilter.check(
                                        ROUTES.get("POST /api/v1/worker"),
                                        new Rights(
                                                Set.of(Scope.READ, Scope.DEPLOY),
                                                Optional.empty())));

        assertThat(thrown)
                .hasMessage(
                        "this needs the scope 'write', and the token has read, deploy; use one that"
                                + " has it");
    }

    private static Stream<String> names() {
        return ROUTES.keySet().stream();
    }

    private static boolean letsIn(Method route, Scope scope) {
        try {
            ScopeFilter.check(route, new Rights(Set.of(scope), Optional.empty()));
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.DENIED);
            return false;
        }
    }

    private static Map<String, Method> routes() {
        Map<String, Method> routes = new TreeMap<>();
        for (Class<?> resource : new OuterApplication().getClasses()) {
            for (Method method : resource.getMethods()) {
                verb(method)
                        .filter(_ -> !method.isAnnotationPresent(Public.class))
                        .ifPresent(verb -> routes.put(verb + " " + path(resource, method), method));
            }
        }
        return routes;
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

    private static Map<String, Set<Scope>> table() {
        Map<String, Set<Scope>> table = new TreeMap<>();
        try (Stream<String> lines = Files.lines(DOCUMENTATION)) {
            lines.map(ROW::matcher)
                    .filter(Matcher::matches)
                    .forEach(row -> table.put(row.group(1), scopes(row.group(2))));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return table;
    }

    private static Set<Scope> scopes(String cells) {
        String[] marks = cells.split("\\|", -1);
        assertThat(marks).hasSameSizeAs(COLUMNS);
        Set<Scope> scopes = new TreeSet<>();
        for (int i = 0; i < marks.length; i++) {
            if (marks[i].strip().startsWith("yes")) {
                scopes.add(COLUMNS.get(i));
            }
        }
        return scopes;
    }
}
