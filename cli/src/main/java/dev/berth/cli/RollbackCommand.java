package dev.berth.cli;

import java.util.Comparator;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "rollback",
        description = {
            "Go back to a version that served before, with the configuration that it had.",
            "Where no version is named, to the newest good one before the active one.",
            "",
            "  berth rollback hello 7"
        },
        mixinStandardHelpOptions = true)
final class RollbackCommand implements Runnable {

    @ParentCommand private Berth berth;

    @Parameters(index = "0", paramLabel = "NAME", description = "The worker's name or id.")
    private String name;

    @Parameters(
            index = "1",
            paramLabel = "VERSION",
            arity = "0..1",
            description = "The version; 'berth worker NAME' lists them.")
    private Optional<Long> version = Optional.empty();

    @Option(names = "--keep-config", description = "Keep the configuration that is there now.")
    private boolean keepConfig;

    @Mixin private WaitOptions waiting = new WaitOptions();

    @Override
    public void run() {
        Api api = berth.api();
        Worker worker = Workers.everywhere(api).named(name);
        long back = version.orElseGet(() -> before(api, worker));
        Json.Members body = Json.object().with("version_id", back);
        Json answer =
                api.post(
                        "roll '" + worker.name() + "' back",
                        Workers.path(worker.id()) + "/rollback",
                        keepConfig ? body.with("keep_config", new Json.Literal("true")) : body);
        berth.progress().step("going back to version %d of '%s'".formatted(back, worker.name()));
        if (waiting.waits()) {
            new WayBack(api, berth.progress(), berth.clock(), waiting.timeout())
                    .follow(worker, back);
        }
        if (berth.options().json()) {
            berth.console().result(JsonText.write(answer));
        }
    }

    private static long before(Api api, Worker worker) {
        Json shown = api.get("show worker '" + worker.name() + "'", Workers.path(worker.id()));
        long active = shown.get("worker").get("active_version_id").number();
        return shown.get("versions").items().stream()
                .map(Version::of)
                .filter(candidate -> candidate.status().equals("success"))
                .filter(candidate -> candidate.id() < active)
                .max(Comparator.comparingLong(Version::id))
                .map(Version::id)
                .orElseThrow(
                        () ->
                                new Failure(
                                        ExitStatus.NOT_FOUND,
                                        ("there is no good version of '%s' before the active one;"
                                                        + " name one that 'berth worker %s' lists")
                                                .formatted(worker.name(), worker.name())));
    }
}
