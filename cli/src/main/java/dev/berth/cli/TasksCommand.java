package dev.berth.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "tasks",
        description = {
            "List the work that Berth has done and has before it.",
            "",
            "  berth tasks",
            "  berth tasks --last 100 --json"
        },
        mixinStandardHelpOptions = true)
final class TasksCommand implements Runnable {

    @ParentCommand private Berth berth;

    @Option(
            names = "--last",
            paramLabel = "N",
            defaultValue = "50",
            description = "So many of them, 1 to 100 (default ${DEFAULT-VALUE}).")
    private int last;

    @Override
    public void run() {
        Json answer = berth.api().get("list tasks", "/api/v1/task?limit=" + last);
        if (berth.options().json()) {
            berth.console().result(JsonText.write(answer));
            return;
        }
        List<Json> tasks =
                answer instanceof Json.Items ? answer.items() : answer.get("tasks").items();
        if (berth.options().quiet()) {
            tasks.forEach(task -> berth.console().result(id(task)));
        } else {
            print(tasks);
        }
    }

    private void print(List<Json> tasks) {
        Table table = new Table("TASK", "TYPE", "STATUS", "ATTEMPTS", "ERROR");
        for (Json task : tasks) {
            String type = task.get("task_type").text();
            table.row(
                    id(task),
                    type.isEmpty() ? task.get("type").text() : type,
                    task.get("status").text(),
                    task.get("attempts").text(),
                    task.get("error").text());
        }
        table.print(berth.console());
    }

    private static String id(Json task) {
        String id = task.get("task_id").text();
        return id.isEmpty() ? task.get("id").text() : id;
    }
}
