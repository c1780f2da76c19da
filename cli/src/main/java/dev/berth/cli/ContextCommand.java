package dev.berth.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "context",
        description = {
            "Say which Berth commands go to, where you have several.",
            "'berth login --context NAME' makes one; 'default' is the Berth of this machine.",
            "",
            "  berth context list",
            "  berth context use prod",
            "  berth context remove prod"
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            ContextListCommand.class,
            ContextUseCommand.class,
            ContextShowCommand.class,
            ContextRemoveCommand.class
        })
final class ContextCommand implements Runnable {

    @ParentCommand private Berth berth;

    Berth berth() {
        return berth;
    }

    @Override
    public void run() {
        throw new Failure(
                ExitStatus.USAGE,
                "say what to do: 'berth context list', 'use', 'show' or 'remove'");
    }
}
