package dev.berth.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "deploy",
        description = {
            "Deploy the program in a directory, and print its address once it answers there.",
            "The directory holds app-manifest.json; what .berthignore names stays behind.",
            "",
            "  berth deploy examples/hello",
            "  berth deploy . --name shop --project web --timeout 10m",
            "  berth deploy . --plan"
        },
        mixinStandardHelpOptions = true)
final class DeployCommand implements Runnable {

    private static final long MOST_BYTES = 64L << 20;

    @ParentCommand private Berth berth;

    @Parameters(paramLabel = "DIR", description = "The program's directory.")
    private Path directory;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "The worker's name; else the component's.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--component",
            paramLabel = "COMPONENT",
            description = "Which component, where the manifest has several.")
    private Optional<String> component = Optional.empty();

    @Option(
            names = "--project",
            paramLabel = "PROJECT",
            description = "The worker's project; else the default one.")
    private Optional<String> project = Optional.empty();

    @Option(
            names = "--plan",
            description = {
                "Only tell which steps the deploy would take, and when;",
                "nothing is uploaded or changed."
            })
    private boolean planned;

    @Mixin private WaitOptions waiting = new WaitOptions();

    @Override
    public void run() {
        AppManifest manifest = AppManifest.in(directory);
        AppManifest.Component chosen = component.map(manifest::named).orElseGet(manifest::only);
        if (planned) {
            plan(manifest, name.orElse(chosen.name()));
        } else {
            deploy(chosen);
        }
    }

    private void plan(AppManifest manifest, String worker) {
        Api api = berth.api();
        DeployPlan plan = new DeployPlan(api, berth.console(), workers(api));
        Json answer = plan.ask(worker, manifest);
        if (berth.options().json()) {
            berth.console().result(JsonText.write(answer));
        } else {
            plan.print(answer);
            berth.progress().step(DeployPlan.summary(worker, answer));
        }
    }

    private void deploy(AppManifest.Component chosen) {
        Api api = berth.api();
        Progress progress = berth.progress();
        Deployed deployed = start(chosen, api, progress);
        print(
                waiting.waits()
                        ? new DeployFollower(api, progress, berth.clock(), waiting.timeout())
                                .follow(deployed)
                        : deployed);
    }

    private Deployed start(AppManifest.Component chosen, Api api, Progress progress) {
        try (SourceArchive archive = new SourcePacker(MOST_BYTES, progress).pack(directory)) {
            progress.step("packed '%s': %s".formatted(directory, Size.of(archive.size())));
            return new Deploy(api, progress, workers(api))
                    .start(name.orElse(chosen.name()), chosen, archive);
        }
    }

    private Workers workers(Api api) {
        return project.map(in -> Workers.in(in, api)).orElseGet(() -> Workers.everywhere(api));
    }

    private void print(Deployed deployed) {
        if (berth.options().json()) {
            berth.console().result(JsonText.write(deployed.json()));
        } else if (!deployed.url().isEmpty()) {
            berth.console().result(deployed.url());
        }
    }
}
