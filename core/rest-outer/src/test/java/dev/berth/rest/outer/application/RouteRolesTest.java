package dev.berth.rest.outer.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.model.Caller;
import dev.berth.model.Refusal;
import dev.berth.model.Role;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route lets in the roles that the table in the documentation says, and no others. */
class RouteRolesTest {

    private static final Pattern ROW = Pattern.compile("\\| ([A-Z]+ /\\S*) \\|(.*)\\|");
    private static final List<Role> COLUMNS = List.of(Role.values());

    private static final Map<String, Method> ROUTES = OuterRoutes.all();
    private static final Map<String, List<String>> TABLE =
            OuterRoutes.table("accounts.md", "Roles", ROW);

    @Test
    void everyRouteThatNeedsATokenIsInTheTableAndNoOther() {
        assertThat(TABLE.keySet()).isEqualTo(ROUTES.keySet());
    }

    @ParameterizedTest
    @MethodSource("names")
    void routeLetsInTheRolesOfTheTableAndNoOthers(String name) {
        assertThat(TABLE.get(name)).hasSameSizeAs(COLUMNS);
        assertThat(COLUMNS)
                .allSatisfy(
                        role ->
                                assertThat(letsIn(ROUTES.get(name), role))
                                        .as("%s with %s", name, role)
                                        .isEqualTo(
                                                TABLE.get(name)
                                                        .get(COLUMNS.indexOf(role))
                                                        .equals("yes")));
    }

    private static Stream<String> names() {
        return ROUTES.keySet().stream();
    }

    private static boolean letsIn(Method route, Role role) {
        Caller caller =
                new Caller(
                        new UserId(UUID.randomUUID()),
                        "ada@example.org",
                        new TenantId(UUID.randomUUID()),
                        role,
                        Optional.empty());
        try {
            ScopeFilter.check(route, caller);
            return true;
        } catch (Refusal refusal) {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.DENIED);
            return false;
        }
    }
}
