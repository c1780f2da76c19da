package dev.berth.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "tasks",
        description = "List the work that Berth has done and has before it.",
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
        } else {
            print(answer instanceof Json.Items ? answer.items() : answer.get("tasks").items());
        }
    }

    private void print(List<Json> tasks) {
        Table table = new Table("TASK", "TYPE", "STATUS", "ATTEMPTS", "ERROR");
        for (Json task : tasks) {
            String id = task.get("task_id").text();
            String type = task.get("task_type").text();
            table.row(
                    id.isEmpty() ? task.get("id").text() : id,
                    type.isEmpty() ? task.get("type").text() : type,
                    task.get("status").text(),
                    task.get("attempts").text(),
                    task.get("error").text());
        }
        table.print(berth.console());
    }
}
