package dev.berth.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "projects",
        description = {
            "List the projects, or make one.",
            "",
            "  berth projects",
            "  berth projects create shop"
        },
        mixinStandardHelpOptions = true,
        subcommands = ProjectCreateCommand.class)
final class ProjectsCommand implements Runnable {

    @ParentCommand private Berth berth;

    Berth berth() {
        return berth;
    }

    @Override
    public void run() {
        List<Json> projects = berth.api().all("list projects", "/api/v1/project", "");
        if (berth.options().json()) {
            berth.console().result(JsonText.write(new Json.Items(projects)));
            return;
        }
        if (berth.options().quiet()) {
            projects.forEach(project -> berth.console().result(project.get("name").text()));
            return;
        }
        Table table = new Table("NAME", "ID");
        projects.forEach(
                project -> table.row(project.get("name").text(), project.get("id").text()));
        table.print(berth.console());
    }
}
