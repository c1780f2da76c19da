package dev.berth.standalone;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./berth key}: what an operator does with Berth's keys. */
@Command(
        name = "key",
        description = "Keeps the keys of a Berth.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = KeyRotateCommand.class)
final class KeyCommand implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "say what to do with the keys: rotate");
    }
}
