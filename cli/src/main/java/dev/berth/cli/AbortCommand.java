package dev.berth.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "abort",
        description = {
            "Have the rollout that goes on give the traffic back, and end it.",
            "",
            "  berth abort hello"
        },
        mixinStandardHelpOptions = true)
final class AbortCommand implements Runnable {

    @ParentCommand private Berth berth;

    @Parameters(paramLabel = "NAME", description = "The worker's name or id.")
    private String name;

    @Override
    public void run() {
        Api api = berth.api();
        Worker worker = Workers.everywhere(api).named(name);
        Json answer =
                api.post(
                        "abort the rollout of '" + worker.name() + "'",
                        Workers.path(worker.id()) + "/abort",
                        Json.object());
        berth.progress().step("the rollout of '%s' goes back".formatted(worker.name()));
        if (berth.options().json()) {
            berth.console().result(JsonText.write(answer));
        }
    }
}
