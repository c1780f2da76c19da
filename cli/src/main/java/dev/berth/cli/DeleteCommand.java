package dev.berth.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "delete",
        description = {
            "Delete a worker: it is stopped, and its address is given up.",
            "",
            "  berth delete hello",
            "  berth delete hello --no-wait"
        },
        mixinStandardHelpOptions = true)
final class DeleteCommand implements Runnable {

    @ParentCommand private Berth berth;

    @Parameters(paramLabel = "NAME", description = "The worker's name or id.")
    private String name;

    @Mixin private WaitOptions waiting = new WaitOptions();

    @Override
    public void run() {
        Api api = berth.api();
        Worker worker = Workers.everywhere(api).named(name);
        Json answer = api.delete("delete worker '" + name + "'", Workers.path(worker.id()));
        berth.progress().step("deleting '%s' (%s)".formatted(worker.name(), worker.id()));
        if (waiting.waits()) {
            new Removal(api, berth.progress(), berth.clock(), waiting.timeout()).follow(worker);
        }
        if (berth.options().json()) {
            berth.console().result(JsonText.write(answer));
        }
    }
}
