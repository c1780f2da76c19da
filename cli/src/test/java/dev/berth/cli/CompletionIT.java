package dev.berth.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class CompletionIT {

    @TempDir private Path directory;

    @Test
    void bashCompletesCommands() throws Exception {
        assertThat(bash("wor")).containsExactlyInAnyOrder("worker", "workers");
        assertThat(bash("")).contains("deploy", "context", "up", "down", "key");
    }

    @Test
    void bashCompletesWhatACommandHasBelowIt() throws Exception {
        assertThat(bash("context", "")).contains("list", "use", "show", "remove");
        assertThat(bash("key", "")).contains("rotate");
    }

    @Test
    void bashCompletesOptions() throws Exception {
        assertThat(bash("logs", "--s")).containsExactly("--since");
        assertThat(bash("token", "create", "--sc")).containsExactly("--scope");
        assertThat(bash("up", "--")).contains("--home").doesNotContain("--json");
    }

    @Test
    void bashCompletesWords() throws Exception {
        assertThat(bash("completion", "")).contains("bash", "zsh", "fish");
    }

    @ParameterizedTest
    @CsvSource({"zsh", "fish"})
    void scriptIsOneOfItsShellWhereThatIsInstalled(String shell) throws Exception {
        Path script = script(shell);
        assumeThat(installed(shell)).as(shell).isTrue();

        assertThat(run(shell, "-n", script.toString())).isEmpty();
    }

    @Test
    void fishIsToldEveryCommandAndOption() {
        String script = new Shell().run("completion", "fish").out();

        assertThat(script)
                .contains(
                        "complete -c berth -n '__berth_in \\'\\'' -a workers -d 'List the workers.'",
                        "complete -c berth -n '__berth_in \\'logs\\'' -l since -x",
                        "complete -c berth -n '__berth_in \\'context\\'' -a use",
                        "complete -c berth -n '__berth_in \\'deploy\\'' -F",
                        "complete -c berth -n '__berth_in \\'completion\\'' -a 'bash zsh fish'")
                .doesNotContain("${");
    }

    @Test
    void unknownShellIsWrongUse() {
        Shell.Result result = new Shell().run("completion", "tcsh");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.err()).contains("bash, zsh, fish");
    }

    /** Returns what bash offers for the last of the words. */
    private List<String> bash(String... words) throws Exception {
        String call =
                """
                source "$1"; shift
                compopt() { :; } # which works at a prompt alone
                COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMP_LINE="$*"; COMP_POINT=${#COMP_LINE}
                _complete_berth berth "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
                printf '%s\\n' "${COMPREPLY[@]}"
                """;
        String[] command =
                Stream.concat(
                                Stream.of(
                                        "bash",
                                        "--norc",
                                        "-c",
                                        call,
                                        "bash",
                                        script("bash").toString(),
                                        "berth"),
                                Stream.of(words))
                        .toArray(String[]::new);
        return run(command).lines().map(String::strip).toList();
    }

    private Path script(String shell) throws IOException {
        Shell.Result result = new Shell().run("completion", shell);
        assertThat(result.status()).as(result.err()).isZero();
        return Files.writeString(directory.resolve(shell), result.out());
    }

    private static boolean installed(String shell) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, shell)));
    }

    private static String run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return output;
    }
}
