package dev.berth.cli;

import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "env",
        description = {
            "Show, set or delete the variables of a worker; a change is rolled out once.",
            "What is set here goes over the manifest's, and stays with later deploys.",
            "",
            "  berth env hello",
            "  berth env hello GREETING=hi LIMIT=20 --unset DEBUG"
        },
        mixinStandardHelpOptions = true)
final class EnvCommand implements Runnable {

    @ParentCommand private Berth berth;

    @Parameters(index = "0", paramLabel = "NAME", description = "The worker's name or id.")
    private String name;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "KEY=VALUE",
            description = "What to set; all variables are shown where nothing is to change.")
    private List<String> settings = List.of();

    @Option(
            names = "--unset",
            paramLabel = "KEY",
            split = ",",
            description = "What to delete, once or more.")
    private List<String> unset = List.of();

    @Mixin private WaitOptions waiting = new WaitOptions();

    @Override
    public void run() {
        VariableChanges changes = new VariableChanges();
        settings.forEach(setting -> set(changes, setting));
        unset.forEach(changes::unset);
        Api api = berth.api();
        Worker worker = Workers.everywhere(api).named(name);
        Json answer = changes.apply(api, worker, "env");
        if (!changes.isEmpty() && waiting.waits()) {
            new Change(api, berth.progress(), berth.clock(), waiting.timeout()).follow(worker);
        }
        show(answer);
    }

    private static void set(VariableChanges changes, String setting) {
        int end = setting.indexOf('=');
        if (end < 1) {
            throw new Failure(
                    ExitStatus.USAGE,
                    "'%s' is not KEY=VALUE; to delete a variable, give --unset KEY"
                            .formatted(setting));
        }
        changes.set(setting.substring(0, end), setting.substring(end + 1));
    }

    private void show(Json answer) {
        if (berth.options().json()) {
            berth.console().result(JsonText.write(answer));
        } else if (answer instanceof Json.Members(Map<String, Json> values)) {
            values.forEach((key, value) -> berth.console().result(key + "=" + value.text()));
        }
    }
}
