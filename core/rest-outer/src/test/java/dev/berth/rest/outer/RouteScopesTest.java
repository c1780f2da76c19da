package dev.berth.rest.outer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.berth.model.Caller;
import dev.berth.model.Refusal;
import dev.berth.model.Rights;
import dev.berth.model.Role;
import dev.berth.model.Scope;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route lets in the tokens that the table in the documentation says, and no others. */
class RouteScopesTest {

    private static final Pattern ROW = Pattern.compile("\\| `([A-Z]+ /\\S*)` \\|(.*)\\|");
    private static final List<Scope> COLUMNS = List.of(Scope.values());

    private static final Map<String, Method> ROUTES = OuterRoutes.all();
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

        Throwable thrown =
                catchThrowable(() -> ScopeFilter.check(forgotten, caller(Rights.ALL.scopes())));

        assertThat(thrown).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusalNamesTheScopeThatIsNeededAndThoseThatAreThere() {
        Throwable thrown =
                catchThrowable(
                        () ->
                                ScopeFilter.check(
                                        ROUTES.get("POST /api/v1/worker"),
                                        caller(Set.of(Scope.READ, Scope.DEPLOY))));

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
            ScopeFilter.check(route, caller(Set.of(scope)));
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.DENIED);
            return false;
        }
    }

    private static Caller caller(Set<Scope> scopes) {
        return new Caller(
                new UserId(UUID.randomUUID()),
                "ada@example.org",
                new TenantId(UUID.randomUUID()),
                Role.OWNER,
                Optional.empty(),
                new Rights(scopes, Optional.empty()));
    }

    private static Map<String, Set<Scope>> table() {
        Map<String, Set<Scope>> table = new TreeMap<>();
        OuterRoutes.table(ROW).forEach((route, marks) -> table.put(route, scopes(marks)));
        return table;
    }

    private static Set<Scope> scopes(List<String> marks) {
        assertThat(marks).hasSameSizeAs(COLUMNS);
        Set<Scope> scopes = new TreeSet<>();
        for (int i = 0; i < marks.size(); i++) {
            if (marks.get(i).startsWith("yes")) {
                scopes.add(COLUMNS.get(i));
            }
        }
        return scopes;
    }
}
