package dev.berth.standalone.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerFactsTest {

    private static final DatabaseUrl LOGIN = DatabaseUrl.parse("postgresql://ann@db/plane", "test");

    @Test
    void whoMayCreateRolesAndDatabasesIsEnough() {
        assertThat(facts(140_000, true, true).problems(LOGIN)).isEmpty();
    }

    @Test
    void everyLackIsSaidAtOnceWithItsMend() {
        ServerFacts facts =
                new ServerFacts("13.9", 130_009, false, true, false, Optional.of("carl"));

        assertThat(facts.problems(LOGIN))
                .satisfiesExactly(
                        old -> assertThat(old).contains("13.9", "14 or newer"),
                        user -> assertThat(user).contains("ALTER ROLE \"ann\" CREATEROLE CREATEDB"),
                        owner -> assertThat(owner).contains("'plane'", "'carl'"));
    }

    @Test
    void aDatabaseThatBerthHasMadeIsItsOwn() {
        ServerFacts facts =
                new ServerFacts("18.0", 180_000, true, false, false, Optional.of("berth_owner"));

        assertThat(facts.problems(LOGIN)).isEmpty();
    }

    private static ServerFacts facts(int number, boolean roles, boolean databases) {
        return new ServerFacts("14.0", number, false, roles, databases, Optional.empty());
    }
}
