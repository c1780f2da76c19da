package dev.berth.standalone;

import dev.berth.standalone.console.ExitCode;
import dev.berth.standalone.console.LauncherException;
import dev.berth.standalone.log.LauncherLogManager;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/**
 * Starts and stops Berth on this machine: what {@code ./berth up}, {@code down} and {@code key}
 * run.
 */
@Command(
        name = "berth",
        description = "Starts and stops Berth on this machine.",
        subcommands = {UpCommand.class, DownCommand.class, KeyCommand.class})
public final class Launcher {

    private Launcher() {}

    /** Runs the command, and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.setProperty("java.util.logging.manager", LauncherLogManager.class.getName());
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return new CommandLine(new Launcher())
                .setParameterExceptionHandler((wrong, _) -> refuse(wrong))
                .setExecutionExceptionHandler((failure, line, _) -> report(failure, line))
                .execute(arguments);
    }

    // an address that stands at the wrong place may hold the password of a database
    private static int refuse(ParameterException wrong) {
        CommandLine line = wrong.getCommandLine();
        String message = wrong.getMessage().replaceAll("://\\S*", "://***");
        line.getErr().println("berth: " + message);
        line.usage(line.getErr());
        return ExitCode.USAGE;
    }

    private static int report(Exception failure, CommandLine line) {
        PrintWriter error = line.getErr();
        error.println(
                "berth: "
                        + (failure instanceof LauncherException
                                ? failure.getMessage()
                                : LauncherException.story(failure)));
        return failure instanceof LauncherException known ? known.exitCode() : ExitCode.FAILURE;
    }
}
