package dev.berth.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.standalone.database.DatabaseUrl;
import dev.berth.standalone.home.Distribution;
import dev.berth.standalone.home.Home;
import dev.berth.standalone.server.Settings;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final Path DIRECTORY = Path.of("/nowhere");
    private static final DatabaseUrl LOGIN =
            DatabaseUrl.parse("postgresql://ann:pa55word@db/plane?sslmode=require", "test");

    @Test
    void libertyGetsTheDatabaseWithoutUserAndPassword() {
        Map<String, String> operator =
                Map.of(
                        "berth.database.url", "postgresql://ann:pa55word@db/plane",
                        "berth.tries", "3");

        Settings settings = plan(operator, Optional.of(LOGIN)).settings();

        assertThat(settings.values())
                .containsEntry(
                        "berth.database.url", "jdbc:postgresql://db:5432/plane?sslmode=require")
                .containsEntry("berth.tries", "3");
        assertThat(settings.values().values()).noneMatch(value -> value.contains("pa55word"));
    }

    @Test
    void whatTheCommandLineHasDecidedStandsAgainstTheHomesSettings() {
        Map<String, String> operator =
                Map.of("berth.port.outer", "1000", "berth.domain", "example.org");

        Settings settings = plan(operator, Optional.empty()).settings();

        assertThat(settings.values())
                .containsEntry("berth.port.outer", "2000")
                .containsEntry("berth.domain", "berth.dev");
    }

    @Test
    void postgresqlIsAChildOnlyWhereTheOperatorRunsNone() {
        assertThat(plan(Map.of(), Optional.of(LOGIN)).postgresChild()).isEmpty();
        assertThat(plan(Map.of(), Optional.empty()).postgresChild()).isPresent();
    }

    private static Plan plan(Map<String, String> operator, Optional<DatabaseUrl> external) {
        Settings settings = new Settings(operator);
        Request request =
                new Request(
                        Optional.empty(),
                        Optional.of("berth.dev"),
                        Optional.empty(),
                        Map.of("outer", 2000));
        return new Plan(
                Home.at(DIRECTORY),
                new Distribution(DIRECTORY),
                request.addresses(settings),
                settings,
                external);
    }
}
