package dev.berth.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "task",
        description = "Do something about one task.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND")
final class TaskCommand implements Runnable {

    @ParentCommand private Berth berth;

    @Override
    public void run() {
        throw new Failure(ExitStatus.USAGE, "say what to do: 'berth task requeue ID'");
    }

    @Command(
            name = "requeue",
            description = "Try again what a failed task was for.",
            mixinStandardHelpOptions = true)
    void requeue(
            @Parameters(paramLabel = "ID", description = "The task's id, as 'berth tasks' has it.")
                    String id) {
        Json task =
                berth.api()
                        .post(
                                "requeue task '" + id + "'",
                                "/api/v1/task/" + URLEncoder.encode(id, UTF_8) + "/requeue",
                                Json.object());
        if (berth.options().json()) {
            berth.console().result(JsonText.write(task));
        } else {
            berth.console().result(task.get("task_id").text());
        }
    }
}
