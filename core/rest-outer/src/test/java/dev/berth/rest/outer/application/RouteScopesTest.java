package dev.berth.rest.outer.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.berth.model.Caller;
import dev.berth.model.Refusal;
import dev.berth.model.Rights;
import dev.berth.model.Role;
import dev.berth.model.Scope;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import dev.berth.rest.outer.Needs;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route is on the page of routes, and lets in the tokens that it says, and no others. */
class RouteScopesTest {

    private static final Pattern ROW = Pattern.compile("\\| `([A-Z]+ /\\S*)` \\|(.*)\\|");
    private static final String NONE = "none";
    // a token with less would give itself more
    private static final String EVERY = "all";

    private static final Map<String, Method> ROUTES = OuterRoutes.all();
    private static final Map<String, List<String>> PAGE = OuterRoutes.table("api.md", "Outer", ROW);

    @Test
    void everyRouteThatNeedsATokenIsOnThePageAndNoOther() {
        assertThat(routes(scope -> !scope.equals(NONE))).isEqualTo(ROUTES.keySet());
    }

    @Test
    void everyRouteThatNeedsNoneIsOnThePageAndNoOther() {
        assertThat(routes(NONE::equals)).isEqualTo(OuterRoutes.open().keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void routeSaysWhichScopeItNeeds(String name) {
        assertThat(ROUTES.get(name).isAnnotationPresent(Needs.class)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("names")
    void routeLetsInTheScopesOfThePageAndNoOthers(String name) {
        assertThat(Scope.values())
                .allSatisfy(
                        scope ->
                                assertThat(letsIn(ROUTES.get(name), scope))
                                        .as("%s with %s", name, scope)
                                        .isEqualTo(onThePage(name).contains(scope)));
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

    private static Set<String> routes(Predicate<String> scope) {
        return PAGE.entrySet().stream()
                .filter(row -> scope.test(row.getValue().getFirst()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** Each token may look. */
    private static Set<Scope> onThePage(String route) {
        String scope = PAGE.get(route).getFirst();
        return switch (scope) {
            case "read" -> Set.of(Scope.values());
            case EVERY -> Set.of(Scope.ADMIN);
            default -> Set.of(Scope.valueOf(scope.toUpperCase(Locale.ROOT)));
        };
    }
}
