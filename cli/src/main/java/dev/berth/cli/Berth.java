package dev.berth.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;

/** The {@code berth} command. */
@Command(
        name = "berth",
        description = "Hand Berth a program, get a running service with an address.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExit status:%n",
        footer = {
            "  0    done",
            "  1    it was tried and failed",
            "  2    the command was called wrongly",
            "  3    Berth, or what it depends on, cannot be reached",
            "  4    not authenticated, or not allowed",
            "  5    what was named does not exist",
            "  6    conflict with another name, state or newer deploy",
            "  7    the input is invalid",
            "  130  interrupted"
        })
public final class Berth implements Runnable {

    private final Map<String, String> environment;
    private final Console console;
    private final InstantSource clock = Clock.systemUTC();

    @Mixin private GlobalOptions options;

    private Berth(Map<String, String> environment, Console console) {
        this.environment = environment;
        this.console = console;
    }

    /** Runs a command and ends the process with its exit status. */
    public static void main(String[] arguments) {
        Map<String, String> environment = System.getenv();
        System.exit(run(environment, Console.system(environment), arguments));
    }

    static int run(Map<String, String> environment, Console console, String... arguments) {
        CommandLine line = line(environment, console, arguments);
        line.setOut(new PrintWriter(console.out(), true, UTF_8))
                .setErr(new PrintWriter(console.err(), true, UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(colours(console)))
                .setParameterExceptionHandler((wrong, _) -> Endings.wrongUse(console, wrong))
                .setExecutionExceptionHandler((thrown, _, _) -> Endings.failed(console, thrown));
        int status = line.execute(arguments);
        console.out().flush();
        return status;
    }

    /** Returns all commands, for what tells of them and runs none. */
    static CommandLine everything() {
        return line(Map.of(), Console.system(Map.of()));
    }

    private static CommandLine line(
            Map<String, String> environment, Console console, String... arguments) {
        CommandLine line = new CommandLine(new Berth(environment, console));
        Subcommands.addTo(line, arguments);
        return line;
    }

    private static Ansi colours(Console console) {
        return console.colours() ? Ansi.ON : Ansi.OFF;
    }

    /** Prints the help where no command is given. */
    @Override
    public void run() {
        CommandLine.usage(this, console.err());
        throw new Failure(ExitStatus.USAGE, "name a command");
    }

    Api api() {
        Target target = settings().target();
        target.tokenOrRefuse();
        return new Api(target);
    }

    Settings settings() {
        return new Settings(options, environment, console);
    }

    GlobalOptions options() {
        return options;
    }

    Console console() {
        return console;
    }

    InstantSource clock() {
        return clock;
    }

    Progress progress() {
        return new Progress(console, options.quiet(), clock);
    }
}
