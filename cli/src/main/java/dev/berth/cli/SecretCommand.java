package dev.berth.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "secret",
        description = {
            "Name, set or delete the secrets of a worker; a change is rolled out once.",
            "A value is asked for, or read from what is piped in: never from the command line,",
            "which others on the machine can see. Nobody is ever shown one.",
            "",
            "  berth secret hello                        # names all",
            "  berth secret hello API_KEY                # asks for it",
            "  pass show api-key | berth secret hello API_KEY",
            "  berth secret hello --file TLS_KEY=key.pem --unset OLD_KEY"
        },
        mixinStandardHelpOptions = true)
final class SecretCommand implements Runnable {

    @ParentCommand private Berth berth;

    @Parameters(index = "0", paramLabel = "NAME", description = "The worker's name or id.")
    private String name;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "KEY",
            description = "What to set, by the name of its variable.")
    private List<String> keys = List.of();

    @Option(
            names = "--file",
            paramLabel = "KEY=FILE",
            description = "What to set to all that a file holds.")
    private Map<String, Path> files = new LinkedHashMap<>();

    @Option(
            names = "--unset",
            paramLabel = "KEY",
            split = ",",
            description = "What to delete, once or more.")
    private List<String> unset = List.of();

    @Mixin private WaitOptions waiting = new WaitOptions();

    @Override
    public void run() {
        keys.forEach(SecretCommand::mustBeKey);
        Api api = berth.api();
        Worker worker = Workers.everywhere(api).named(name);
        VariableChanges changes = changes();
        Json answer = changes.apply(api, worker, "secret");
        if (!changes.isEmpty() && waiting.waits()) {
            new Change(api, berth.progress(), berth.clock(), waiting.timeout()).follow(worker);
        }
        if (berth.options().json()) {
            berth.console().result(JsonText.write(answer));
        } else {
            answer.items().forEach(key -> berth.console().result(key.text()));
        }
    }

    private static void mustBeKey(String key) {
        if (key.contains("=")) {
            throw new Failure(
                    ExitStatus.USAGE,
                    "others can see a command line: give the KEY alone, and the value when it is"
                            + " asked for, or piped in");
        }
    }

    private VariableChanges changes() {
        VariableChanges changes = new VariableChanges();
        unset.forEach(changes::unset);
        files.forEach((key, file) -> changes.set(key, content(file)));
        Optional<java.io.Console> terminal =
                Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal);
        if (terminal.isEmpty() && keys.size() > 1) {
            throw new Failure(
                    ExitStatus.USAGE,
                    "one KEY at a time takes its value from what is piped in; for several, give"
                            + " --file KEY=FILE");
        }
        keys.forEach(
                key ->
                        changes.set(
                                key,
                                given(
                                        key,
                                        terminal.map(asked -> ask(asked, key))
                                                .orElseGet(this::piped))));
        return changes;
    }

    private static String ask(java.io.Console terminal, String key) {
        return Optional.ofNullable(terminal.readPassword("%s: ", key)).map(String::new).orElse("");
    }

    private String piped() {
        return PipedText.read("the value", berth.console());
    }

    private static String given(String key, String value) {
        if (value.isEmpty()) {
            throw new Failure(
                    ExitStatus.USAGE,
                    "there is no value for '%s'; to delete it, give --unset %s"
                            .formatted(key, key));
        }
        return value;
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new Failure(
                    ExitStatus.USAGE, "cannot read '%s': %s".formatted(file, Reason.of(e)), e);
        }
    }
}
