package dev.berth.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "revoke",
        description = {
            "Revoke a token: it is of no use from then on.",
            "",
            "  berth token revoke ci"
        },
        mixinStandardHelpOptions = true)
final class TokenRevokeCommand implements Runnable {

    @ParentCommand private TokenCommand parent;

    @Parameters(paramLabel = "NAME|ID", description = "The token's name or id.")
    private String name;

    @Override
    public void run() {
        Berth berth = parent.berth();
        Tokens tokens = new Tokens(berth.api());
        Json answer = tokens.revoke(name, tokens.id(name));
        berth.progress().step("token '%s' is revoked".formatted(name));
        if (berth.options().json()) {
            berth.console().result(JsonText.write(answer));
        }
    }
}
