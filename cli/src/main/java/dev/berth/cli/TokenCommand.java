package dev.berth.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "token",
        description = {
            "Make, list and revoke personal access tokens, as for a build server.",
            "",
            "  berth token create ci --scope deploy --expires 90d",
            "  berth token list",
            "  berth token revoke ci"
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {TokenCreateCommand.class, TokenListCommand.class, TokenRevokeCommand.class})
final class TokenCommand implements Runnable {

    @ParentCommand private Berth berth;

    Berth berth() {
        return berth;
    }

    @Override
    public void run() {
        throw new Failure(
                ExitStatus.USAGE, "say what to do: 'berth token create', 'list' or 'revoke'");
    }
}
