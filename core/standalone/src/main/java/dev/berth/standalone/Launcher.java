package dev.berth.standalone;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Starts and stops Berth on this machine: what {@code ./berth up} and {@code ./berth down} run. */
@Command(
        name = "berth",
        description = "Starts and stops Berth on this machine.",
        subcommands = {UpCommand.class, DownCommand.class})
public final class Launcher {

    private Launcher() {}

    /** Runs the command, and ends the process with its exit code. */
    public static void main(String[] arguments) {
        System.setProperty("java.util.logging.manager", LauncherLogManager.class.getName());
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return new CommandLine(new Launcher())
                .setExecutionExceptionHandler((failure, line, _) -> report(failure, line))
                .execute(arguments);
    }

    private static int report(Exception failure, CommandLine line) {
        PrintWriter error = line.getErr();
        error.println("berth: " + message(failure));
        return failure instanceof LauncherException known ? known.exitCode() : ExitCode.FAILURE;
    }

    private static String message(Throwable failure) {
        Throwable cause = failure.getCause();
        return cause == null || failure instanceof LauncherException
                ? String.valueOf(failure.getMessage())
                : failure.getMessage() + ": " + cause;
    }
}
