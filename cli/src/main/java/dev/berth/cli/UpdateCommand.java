package dev.berth.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "update",
        description = {
            "Change what was chosen for a worker. Other limits are rolled out at once;",
            "another strategy is that of the deploys to come.",
            "",
            "  berth update hello --cpu 500m --memory 1Gi",
            "  berth update hello --max 5 --strategy canary"
        },
        mixinStandardHelpOptions = true)
final class UpdateCommand implements Runnable {

    @ParentCommand private Berth berth;

    @Parameters(paramLabel = "NAME", description = "The worker's name or id.")
    private String name;

    @Option(names = "--cpu", paramLabel = "CORES", description = "Of an instance: 1, 250m.")
    private Optional<String> cpu = Optional.empty();

    @Option(names = "--memory", paramLabel = "SIZE", description = "Of an instance: 500Mi, 2Gi.")
    private Optional<String> memory = Optional.empty();

    @Option(names = "--disk", paramLabel = "SIZE", description = "Of an instance: 2Gi.")
    private Optional<String> disk = Optional.empty();

    @Option(names = "--min", paramLabel = "COUNT", description = "Fewest instances.")
    private Optional<Integer> min = Optional.empty();

    @Option(names = "--max", paramLabel = "COUNT", description = "Most instances.")
    private Optional<Integer> max = Optional.empty();

    @Option(names = "--region", paramLabel = "REGION", description = "Where it should run.")
    private Optional<String> region = Optional.empty();

    @Option(
            names = "--strategy",
            paramLabel = "STRATEGY",
            description = "How a new version takes over.")
    private Optional<String> strategy = Optional.empty();

    @Option(names = "--project", paramLabel = "PROJECT", description = "Its project.")
    private Optional<String> project = Optional.empty();

    @Mixin private WaitOptions waiting = new WaitOptions();

    @Override
    public void run() {
        Json.Members body = Json.object();
        body = with(body, "assigned_cpu", cpu);
        body = with(body, "assigned_memory", memory);
        body = with(body, "assigned_disk", disk);
        body = min.isPresent() ? body.with("min_replicas", min.get()) : body;
        body = max.isPresent() ? body.with("max_replicas", max.get()) : body;
        body = with(body, "main_region", region);
        body = with(body, "strategy", strategy);
        body = with(body, "project", project);
        if (body.values().isEmpty()) {
            throw new Failure(
                    ExitStatus.USAGE, "say what to change; 'berth update --help' lists it");
        }
        new Patch(berth, waiting).send(name, body);
    }

    private static Json.Members with(Json.Members body, String member, Optional<String> value) {
        return value.isPresent() ? body.with(member, value.get()) : body;
    }
}
