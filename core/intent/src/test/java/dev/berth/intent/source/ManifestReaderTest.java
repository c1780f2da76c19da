package dev.berth.intent.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.model.AppManifest;
import dev.berth.model.AppManifest.Component;
import dev.berth.model.Health;
import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ManifestReaderTest {

    private final ManifestReader reader = new ManifestReader();

    static Stream<String> good() {
        return ManifestFixtures.names("good").stream();
    }

    static Stream<String> bad() {
        return ManifestFixtures.names("bad").stream();
    }

    @ParameterizedTest
    @MethodSource("good")
    void goodManifestIsRead(String name) {
        AppManifest manifest = reader.read(ManifestFixtures.text("good", name));

        assertThat(manifest.components()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void badManifestIsRefusedWithEveryProblemAndItsPointer(String name) {
        String text = ManifestFixtures.text("bad", name);

        Refusal refusal = catchThrowableOfType(Refusal.class, () -> reader.read(text));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.IMPOSSIBLE);
        assertThat(refusal).hasMessageStartingWith("cannot read app-manifest.json: ");
        assertThat(refusal.problems())
                .extracting(Problem::pointer, Problem::message)
                .isEqualTo(ManifestFixtures.expected(name));
    }

    @Test
    void theTableNamesEveryBadManifest() {
        assertThat(ManifestFixtures.expected().keySet())
                .containsExactlyInAnyOrderElementsOf(ManifestFixtures.names("bad"));
    }

    @Test
    void everyMemberIsRead() {
        AppManifest manifest = reader.read(ManifestFixtures.text("good", "everything"));

        assertThat(manifest)
                .isEqualTo(
                        new AppManifest(
                                "Shop",
                                "line one\nline two\ttab",
                                List.of(
                                        new Component(
                                                "web",
                                                AppManifest.Type.BACKEND,
                                                "services/web",
                                                OptionalInt.of(8080),
                                                List.of("java", "-cp", "lib/*", "Main"),
                                                new Health.Http("/health?deep=1"),
                                                Map.of("GREETING", "hello", "_x9", ""),
                                                3,
                                                Optional.of("recreate")))));
    }

    @Test
    void whatIsLeftOutHasADefault() {
        AppManifest manifest = reader.read(ManifestFixtures.text("good", "smallest"));

        assertThat(manifest)
                .isEqualTo(
                        new AppManifest(
                                "Shop",
                                "",
                                List.of(
                                        new Component(
                                                "web",
                                                AppManifest.Type.BACKEND,
                                                ".",
                                                OptionalInt.empty(),
                                                List.of(),
                                                new Health.Tcp(),
                                                Map.of(),
                                                1,
                                                Optional.empty()))));
    }

    @Test
    void pathsAreWrittenTheShortestWay() {
        AppManifest manifest = reader.read(ManifestFixtures.text("good", "source-design"));

        assertThat(manifest.components())
                .extracting(Component::path)
                .containsExactly("frontend", "backend", "jobs", "db");
    }

    @Test
    void thousandsOfProblemsAreCutShort() {
        String unknown = "\"x%d\":1,".repeat(2000).formatted(numbers(2000));

        Refusal refusal =
                catchThrowableOfType(
                        Refusal.class, () -> reader.read("{" + unknown + "\"appName\":\"Shop\"}"));

        assertThat(refusal.problems()).hasSize(51).contains(new Problem("", "and 1951 more"));
    }

    private static Object[] numbers(int count) {
        return Stream.iterate(0, number -> number + 1).limit(count).toArray();
    }
}
