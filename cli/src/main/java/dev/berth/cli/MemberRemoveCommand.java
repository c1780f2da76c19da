package dev.berth.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "remove",
        description = {
            "Remove a member, effective at once, or an invitation.",
            "",
            "  berth members remove bob@example.org"
        },
        mixinStandardHelpOptions = true)
final class MemberRemoveCommand implements Runnable {

    @ParentCommand private MembersCommand parent;

    @Parameters(paramLabel = "EMAIL|ID", description = "Who.")
    private String who;

    @Override
    public void run() {
        Berth berth = parent.berth();
        Json answer = new MemberList(berth.api()).remove(who);
        if (berth.options().json()) {
            berth.console().result(JsonText.write(answer));
        }
        berth.progress().step("'%s' belongs to the tenant no longer".formatted(who));
    }
}
