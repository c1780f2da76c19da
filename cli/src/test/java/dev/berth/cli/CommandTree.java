package dev.berth.cli;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Every command, with the examples that its help gives. */
final class CommandTree {

    private static final Pattern EXAMPLE =
            Pattern.compile("(?:^|[\\s(])(?:\\./)?berth (?<words>[a-z-][^|;)#>]*)");

    private CommandTree() {}

    static Stream<CommandLine> all() {
        return below(Berth.everything()).filter(line -> !line.getCommandName().equals("help"));
    }

    private static Stream<CommandLine> below(CommandLine line) {
        return line.getSubcommands().values().stream()
                .flatMap(sub -> Stream.concat(Stream.of(sub), below(sub)));
    }

    static List<String> examples(CommandLine line) {
        return Arrays.stream(line.getCommandSpec().usageMessage().description())
                .filter(text -> text.startsWith("  "))
                .map(String::strip)
                .toList();
    }

    /**
     * Returns what stands after {@code berth} in a line of a shell, for each time it stands there.
     */
    static List<String[]> calls(String shell) {
        Matcher matcher = EXAMPLE.matcher(shell);
        return matcher.results()
                .map(found -> found.group("words").strip().replace("'", "").split("\\s+"))
                .toList();
    }
}
