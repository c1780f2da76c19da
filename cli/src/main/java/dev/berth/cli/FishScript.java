package dev.berth.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Writes fish's completion, which picocli does not know. */
final class FishScript {

    private static final String HEAD =
            """
            # fish completion for berth; made by 'berth completion fish'

            # prints which command the words so far name
            function __berth_command
                set -l path
                for word in (commandline -opc)[2..-1]
                    if contains -- (string join -- ' ' $path $word) $__berth_commands
                        set path $path $word
                    end
                end
                string join -- ' ' $path
            end

            function __berth_in
                set -l command (__berth_command)
                test "$command" = "$argv[1]"
            end

            complete -c berth -f
            """;

    private final List<String> commands = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    FishScript(CommandLine top) {
        add("", top);
    }

    String text() {
        return "%s\nset -g __berth_commands %s\n\n%s"
                .formatted(
                        HEAD,
                        String.join(" ", commands.stream().map(FishScript::quoted).toList()),
                        String.join("\n", lines));
    }

    private void add(String path, CommandLine line) {
        CommandSpec spec = line.getCommandSpec();
        String condition = "complete -c berth -n " + quoted("__berth_in " + quoted(path));
        spec.options().stream()
                .filter(option -> !option.hidden())
                .forEach(option -> lines.add(condition + option(option)));
        // not a value, which may be told: a file
        if (spec.positionalParameters().stream().anyMatch(FishScript::isFile)) {
            lines.add(condition + " -F");
        }
        spec.positionalParameters().stream()
                .map(FishScript::candidates)
                .filter(words -> !words.isEmpty())
                .forEach(words -> lines.add(condition + " -a " + quoted(words)));
        line.getSubcommands().forEach((name, sub) -> add(path, condition, name, sub));
    }

    private void add(String path, String condition, String name, CommandLine sub) {
        lines.add(
                condition
                        + " -a "
                        + name
                        + describe(sub.getCommandSpec().usageMessage().description()));
        String below = path.isEmpty() ? name : path + " " + name;
        commands.add(below);
        add(below, sub);
    }

    private static String option(OptionSpec option) {
        StringBuilder text = new StringBuilder();
        for (String name : option.names()) {
            text.append(
                    name.startsWith("--")
                            ? " -l " + name.substring(2)
                            : " -s " + name.substring(1));
        }
        if (option.arity().max() > 0) {
            text.append(isFile(option) ? " -r -F" : " -x");
            String words = candidates(option);
            text.append(words.isEmpty() ? "" : " -a " + quoted(words));
        }
        return text + describe(option.description());
    }

    private static boolean isFile(ArgSpec argument) {
        return List.of(argument.auxiliaryTypes()).contains(Path.class);
    }

    private static String candidates(ArgSpec argument) {
        return argument.completionCandidates() == null
                ? ""
                : String.join(
                        " ",
                        StreamSupport.stream(argument.completionCandidates().spliterator(), false)
                                .toList());
    }

    private static String describe(String... description) {
        return description.length == 0
                ? ""
                : " -d " + quoted(description[0].replaceFirst(" \\(default .*", ""));
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
