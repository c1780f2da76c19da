package dev.berth.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

class HelpTest {

    private static final Path PAGE = Path.of("../docs/cli.md");
    private static final Pattern ROW = Pattern.compile("\\| `([0-9]+)` \\| ([A-Za-z ]+?) *\\|.*");

    // what the script answers, and not the client
    private static final List<String> LAUNCHER = List.of("up", "down", "key");

    static Stream<String> commands() {
        return CommandTree.all().map(line -> line.getCommandSpec().qualifiedName());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandIsDescribedWithAnExampleThatParses(String name) {
        CommandLine line = command(name);

        List<String> examples = CommandTree.examples(line);

        assertThat(line.getCommandSpec().usageMessage().description()[0]).matches("[A-Z].{10,}");
        assertThat(examples).as("examples of '%s'", name).isNotEmpty();
        assertThat(examples).allSatisfy(HelpTest::parses);
        assertThat(String.join("\n", examples)).contains(name);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyArgumentIsDescribed(String name) {
        assertThat(command(name).getCommandSpec().args())
                .extracting(ArgSpec::description)
                .allSatisfy(description -> assertThat(description).isNotEmpty());
    }

    @Test
    void everyCommandOfThePageParses() throws IOException {
        List<String> lines =
                Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL)
                        .matcher(Files.readString(PAGE))
                        .results()
                        .flatMap(block -> block.group(1).lines())
                        .filter(line -> line.contains("berth "))
                        .toList();

        assertThat(lines).hasSizeGreaterThan(20).allSatisfy(HelpTest::parses);
    }

    @Test
    void thePageNamesEveryCommand() throws IOException {
        assertThat(Files.readString(PAGE))
                .contains(
                        Berth.everything().getSubcommands().keySet().stream()
                                .map(name -> "`" + name)
                                .toList());
    }

    @Test
    void thePageAndTheHelpTellTheExitStatusesThatThereAre() throws IOException {
        List<String> wanted =
                Stream.concat(
                                Arrays.stream(ExitStatus.values())
                                        .map(status -> status.code() + " " + words(status)),
                                Stream.of("130 interrupted"))
                        .toList();

        assertThat(
                        Files.readAllLines(PAGE).stream()
                                .map(ROW::matcher)
                                .filter(Matcher::matches)
                                .map(row -> row.group(1) + " " + row.group(2)))
                .containsExactlyElementsOf(wanted);
        assertThat(Berth.everything().getCommandSpec().usageMessage().footer())
                .extracting(line -> line.strip().replaceFirst(" .*", ""))
                .containsExactlyElementsOf(
                        wanted.stream().map(line -> line.replaceFirst(" .*", "")).toList());
    }

    @Test
    void exitStatusesAreAPromise() {
        assertThat(ExitStatus.values())
                .extracting(status -> status.code() + " " + status)
                .containsExactly(
                        "0 OK",
                        "1 FAILED",
                        "2 USAGE",
                        "3 UNREACHABLE",
                        "4 DENIED",
                        "5 NOT_FOUND",
                        "6 CONFLICT",
                        "7 INVALID");
    }

    private static String words(ExitStatus status) {
        return status.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static CommandLine command(String name) {
        return CommandTree.all()
                .filter(line -> line.getCommandSpec().qualifiedName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void parses(String shell) {
        List<String[]> calls = CommandTree.calls(shell);
        assertThat(calls).as(shell).isNotEmpty();
        calls.stream()
                .filter(words -> !LAUNCHER.contains(words[0]))
                .forEach(
                        words ->
                                assertThatCode(() -> Berth.everything().parseArgs(words))
                                        .as(shell)
                                        .doesNotThrowAnyException());
    }
}
