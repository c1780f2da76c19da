package dev.berth.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "add",
        description = {
            "Invite an address into the tenant, or give a member another role.",
            "Roles are owner, admin, developer and viewer.",
            "",
            "  berth members add bob@example.org --role viewer"
        },
        mixinStandardHelpOptions = true)
final class MemberAddCommand implements Runnable {

    @ParentCommand private MembersCommand parent;

    @Parameters(paramLabel = "EMAIL", description = "Who.")
    private String email;

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            description = "What he may do there; developer if not given.")
    private String role = "developer";

    @Override
    public void run() {
        Berth berth = parent.berth();
        Json member = new MemberList(berth.api()).add(email, role);
        if (berth.options().json()) {
            berth.console().result(JsonText.write(member));
        } else if (berth.options().quiet()) {
            berth.console().result(member.get("id").text());
        }
        berth.progress()
                .step("'%s' is %s, as %s".formatted(email, member.get("status").text(), role));
    }
}
