package dev.berth.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "create",
        description = {
            "Make a project, a group of workers in which names are unique.",
            "",
            "  berth projects create shop"
        },
        mixinStandardHelpOptions = true)
final class ProjectCreateCommand implements Runnable {

    @ParentCommand private ProjectsCommand parent;

    @Parameters(paramLabel = "NAME", description = "What to call it.")
    private String name;

    @Override
    public void run() {
        Berth berth = parent.berth();
        Json project =
                berth.api()
                        .post(
                                "make project '" + name + "'",
                                "/api/v1/project",
                                Json.object().with("name", name));
        if (berth.options().json()) {
            berth.console().result(JsonText.write(project));
        } else if (berth.options().quiet()) {
            berth.console().result(project.get("id").text());
        }
        berth.progress().step("made project '%s'".formatted(name));
    }
}
