package dev.berth.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "manifest",
        description = {
            "Print the app-manifest.json that a worker was made from.",
            "",
            "  berth manifest hello >app-manifest.json"
        },
        mixinStandardHelpOptions = true)
final class ManifestCommand implements Runnable {

    @ParentCommand private Berth berth;

    @Parameters(paramLabel = "NAME", description = "The worker's name or id.")
    private String name;

    @Override
    public void run() {
        Api api = berth.api();
        Worker worker = Workers.everywhere(api).named(name);
        Json manifest =
                api.get(
                        "show the manifest of worker '" + name + "'",
                        Workers.path(worker.id()) + "/manifest");
        berth.console().result(JsonText.write(manifest));
    }
}
