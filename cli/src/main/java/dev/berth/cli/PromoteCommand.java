package dev.berth.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "promote",
        description = {
            "Have the rollout that goes on take its next share of the traffic now.",
            "",
            "  berth promote hello"
        },
        mixinStandardHelpOptions = true)
final class PromoteCommand implements Runnable {

    @ParentCommand private Berth berth;

    @Parameters(paramLabel = "NAME", description = "The worker's name or id.")
    private String name;

    @Override
    public void run() {
        Api api = berth.api();
        Worker worker = Workers.everywhere(api).named(name);
        Json answer =
                api.post(
                        "promote the rollout of '" + worker.name() + "'",
                        Workers.path(worker.id()) + "/promote",
                        Json.object());
        berth.progress().step("the rollout of '%s' goes on".formatted(worker.name()));
        if (berth.options().json()) {
            berth.console().result(JsonText.write(answer));
        }
    }
}
