package dev.berth.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "task",
        description = {
            "Show one task, or have it tried again.",
            "",
            "  berth task show 0f1e2d3c-0000-7000-8000-000000000000",
            "  berth task requeue 0f1e2d3c-0000-7000-8000-000000000000"
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class TaskCommand implements Runnable {

    @ParentCommand private Berth berth;

    @Override
    public void run() {
        throw new Failure(ExitStatus.USAGE, "say what to do: 'berth task show ID' or 'requeue ID'");
    }

    @Command(
            name = "show",
            description = {
                "Show what a task is for, how it is, and what it failed with.",
                "",
                "  berth task show 0f1e2d3c-0000-7000-8000-000000000000"
            },
            mixinStandardHelpOptions = true)
    void show(
            @Parameters(paramLabel = "ID", description = "The task's id, as 'berth tasks' has it.")
                    String id) {
        Json task = berth.api().get("show task '" + id + "'", path(id));
        if (berth.options().json()) {
            berth.console().result(JsonText.write(task));
        } else if (berth.options().quiet()) {
            berth.console().result(task.get("status").text());
        } else if (task instanceof Json.Members(Map<String, Json> values)) {
            values.forEach(
                    (name, value) ->
                            berth.console().result("%-12s %s".formatted(name, value.text())));
        }
    }

    @Command(
            name = "requeue",
            description = {
                "Try again what a failed task was for; prints the id of the new task.",
                "",
                "  berth task requeue 0f1e2d3c-0000-7000-8000-000000000000"
            },
            mixinStandardHelpOptions = true)
    void requeue(
            @Parameters(paramLabel = "ID", description = "The task's id, as 'berth tasks' has it.")
                    String id) {
        Json task =
                berth.api().post("requeue task '" + id + "'", path(id) + "/requeue", Json.object());
        if (berth.options().json()) {
            berth.console().result(JsonText.write(task));
        } else {
            berth.console().result(task.get("task_id").text());
        }
    }

    private static String path(String id) {
        return "/api/v1/task/" + URLEncoder.encode(id, UTF_8);
    }
}
