package dev.berth.plugin.process;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.spi.Artifact;
import dev.berth.spi.Health;
import dev.berth.spi.ReleaseSpec;
import dev.berth.spi.ReleaseState;
import dev.berth.spi.Secret;
import dev.berth.testkit.TestOperation;
import dev.berth.testkit.TestRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProgramStartIT extends ProcessFixture {

    private static final String TOKEN = "correct horse battery staple";

    @Test
    void theEnvironmentIsExactlyWhatWasGivenAndWhatBerthSets() {
        TestRelease release = release(secretive(List.of("env")));

        release.settle(1);

        assertThat(output(release))
                .containsExactlyInAnyOrder(
                        "GREETING=hello",
                        "TOKEN=" + TOKEN,
                        "PORT=" + instance().port().orElseThrow(),
                        "PATH="
                                + System.getProperty("java.home")
                                + "/bin:/usr/local/bin:/usr/bin:/bin",
                        "HOME=" + instance().directory().resolve("home"),
                        "TMPDIR=" + instance().directory().resolve("tmp"),
                        "LANG=C.UTF-8");
    }

    @Test
    void aSecretIsInNoFileAndOnNoCommandLine() throws IOException {
        TestRelease release = release(secretive(List.of("sleep", "1000")));
        release.runtime().reconcile(release.wanted(1), TestOperation.named("start"));

        String commandLines = LeftBehind.in(run).toString();

        assertThat(commandLines).contains("sleep 1000").doesNotContain(TOKEN);
        try (Stream<Path> files = Files.walk(run)) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(
                            file ->
                                    assertThat(Files.readString(file, ISO_8859_1))
                                            .doesNotContain(TOKEN));
        }
    }

    @Test
    void aSecretIsNotInAReason() {
        TestRelease release =
                release(secretive(List.of("sh", "-c", "echo \"token is $TOKEN\"; exit 1")));

        String reason = reason(release.settle(1));

        assertThat(reason).contains("token is ***").doesNotContain(TOKEN);
    }

    @Test
    void aReleaseWithoutACommandIsToldToHaveOne() {
        String reason = reason(release(TestPrograms.release(ID, context, List.of())).settle(1));

        assertThat(reason).contains("the release has no command; say what starts it");
    }

    @Test
    void aCommandThatIsNotFoundIsNamed() {
        String reason =
                reason(
                        release(TestPrograms.release(ID, context, List.of("nodejs-99", "x")))
                                .settle(1));

        assertThat(reason).contains("there is no program 'nodejs-99' in the PATH");
    }

    @Test
    void aFileThatIsNotExecutableIsNamed() {
        String reason =
                reason(release(TestPrograms.release(ID, context, List.of("./run.sh"))).settle(1));

        assertThat(reason).contains("'./run.sh' is not executable; run chmod +x");
    }

    @Test
    void anImageIsRejected() {
        ReleaseSpec source = TestPrograms.release(ID, context, List.of("sh"));

        String reason =
                reason(
                        release(with(source, new Artifact.Image("nginx:1"), source.env()))
                                .settle(1));

        assertThat(reason).contains("cannot run the image 'nginx:1'", "a runtime of containers");
    }

    @Test
    void aDirectoryThatTheSourceLacksIsNamed() {
        ReleaseSpec source = TestPrograms.release(ID, context, List.of("sh"));
        Artifact.Source elsewhere =
                new Artifact.Source(((Artifact.Source) source.artifact()).digest(), "../1");

        String reason = reason(release(with(source, elsewhere, source.env())).settle(1));

        assertThat(reason).contains("the source has no directory '../1'");
    }

    @Test
    void aVariableThatAShellCannotPassOnIsNamed() {
        ReleaseSpec source = TestPrograms.release(ID, context, List.of("env"));

        String reason =
                reason(release(with(source, source.artifact(), Map.of("my.key", "1"))).settle(1));

        assertThat(reason).contains("cannot set the environment variable 'my.key'");
    }

    @Test
    void readyToldHonestlyWhatIsMissing() {
        ReleaseState.Ready ready = (ReleaseState.Ready) script("serve").settle(1);

        assertThat(ready.conditions())
                .extracting(condition -> condition.type() + "=" + condition.status())
                .containsExactly("Isolated=true", "LimitsEnforced=true");
    }

    private ReleaseSpec secretive(List<String> command) {
        ReleaseSpec spec = TestPrograms.release(ID, context, command);
        return new ReleaseSpec(
                spec.id(),
                spec.tenant(),
                spec.artifact(),
                spec.command(),
                spec.env(),
                Map.of("TOKEN", Secret.of(TOKEN)),
                spec.port(),
                new Health.Tcp(),
                1,
                spec.limits());
    }

    private static ReleaseSpec with(ReleaseSpec spec, Artifact artifact, Map<String, String> env) {
        return new ReleaseSpec(
                spec.id(),
                spec.tenant(),
                artifact,
                spec.command(),
                env,
                spec.secrets(),
                spec.port(),
                spec.health(),
                1,
                spec.limits());
    }
}
