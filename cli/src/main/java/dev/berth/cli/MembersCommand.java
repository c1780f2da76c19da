package dev.berth.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "members",
        description = {
            "List who belongs to the tenant, or say who shall.",
            "",
            "  berth members",
            "  berth members add bob@example.org --role developer",
            "  berth members remove bob@example.org"
        },
        mixinStandardHelpOptions = true,
        subcommands = {MemberAddCommand.class, MemberRemoveCommand.class})
final class MembersCommand implements Runnable {

    @ParentCommand private Berth berth;

    Berth berth() {
        return berth;
    }

    @Override
    public void run() {
        List<Json> members = new MemberList(berth.api()).all();
        if (berth.options().json()) {
            berth.console().result(JsonText.write(new Json.Items(members)));
            return;
        }
        if (berth.options().quiet()) {
            members.forEach(member -> berth.console().result(member.get("email").text()));
            return;
        }
        Table table = new Table("EMAIL", "ROLE", "STATUS", "ID");
        members.forEach(
                member ->
                        table.row(
                                member.get("email").text(),
                                member.get("role").text(),
                                member.get("status").text(),
                                member.get("id").text()));
        table.print(berth.console());
    }
}
