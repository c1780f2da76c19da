package dev.berth.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Says why a command did not do its work, and with which exit status it ends. */
final class Endings {

    private Endings() {}

    static int wrongUse(Console console, ParameterException wrong) {
        CommandLine command = wrong.getCommandLine();
        console.error(lowerCase(wrong.getMessage()));
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
        console.error("see '%s --help'".formatted(command.getCommandSpec().qualifiedName()));
        return ExitStatus.USAGE.code();
    }

    static int failed(Console console, Exception thrown) {
        console.out().flush();
        return switch (thrown) {
            case Failure failure -> {
                console.error(failure.getMessage());
                yield failure.status().code();
            }
            default -> {
                console.error("this is a bug in the berth command: " + thrown);
                thrown.printStackTrace(console.err());
                yield ExitStatus.FAILED.code();
            }
        };
    }

    private static String lowerCase(String message) {
        return message.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + message.substring(1);
    }
}
