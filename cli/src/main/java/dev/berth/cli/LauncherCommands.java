package dev.berth.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What the {@code berth} script answers itself, for completion alone. */
final class LauncherCommands {

    private LauncherCommands() {}

    static void addTo(CommandLine line) {
        CommandSpec key = spec("key", "Keys of the Berth on this machine.");
        key.addSubcommand(
                "rotate", spec("rotate", "Have a new key encrypt variables and secrets."));
        add(line, "up", spec("up", "Start Berth and stay in the foreground."));
        add(line, "down", spec("down", "Stop it, its workers too."));
        add(line, "key", key);
        forget(key.subcommands().get("rotate").getCommandSpec());
    }

    private static CommandSpec spec(String name, String description) {
        CommandSpec spec = CommandSpec.create().name(name);
        spec.usageMessage().description(description);
        spec.addOption(
                OptionSpec.builder("--help")
                        .usageHelp(true)
                        .description("Show what it takes.")
                        .build());
        return spec;
    }

    private static void add(CommandLine line, String name, CommandSpec spec) {
        line.addSubcommand(name, spec);
        forget(spec);
    }

    // of what commands of the client take, these take the home alone
    private static void forget(CommandSpec spec) {
        List.copyOf(spec.options()).stream()
                .filter(OptionSpec::inherited)
                .filter(option -> !option.longestName().equals("--home"))
                .forEach(spec::remove);
    }
}
