package dev.berth.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "scale",
        description = {
            "Run so many instances of a worker, whatever its manifest says.",
            "",
            "  berth scale hello 3"
        },
        mixinStandardHelpOptions = true)
final class ScaleCommand implements Runnable {

    @ParentCommand private Berth berth;

    @Parameters(index = "0", paramLabel = "NAME", description = "The worker's name or id.")
    private String name;

    @Parameters(index = "1", paramLabel = "COUNT", description = "How many instances.")
    private int count;

    @Mixin private WaitOptions waiting = new WaitOptions();

    @Override
    public void run() {
        Json.Members body = Json.object().with("min_replicas", count).with("max_replicas", count);
        new Patch(berth, waiting).send(name, body);
    }
}
