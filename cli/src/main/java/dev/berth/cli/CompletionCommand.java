package dev.berth.cli;

import java.util.Iterator;
import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "completion",
        description = {
            "Print a script that has a shell complete commands and options.",
            "",
            "  berth completion bash >~/.local/share/bash-completion/completions/berth",
            "  berth completion zsh >~/.berth-completion.zsh",
            "  berth completion fish >~/.config/fish/completions/berth.fish"
        },
        mixinStandardHelpOptions = true)
final class CompletionCommand implements Runnable {

    /** The shells that there are scripts for. */
    static final class Shells implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return List.of("bash", "zsh", "fish").iterator();
        }
    }

    @ParentCommand private Berth berth;

    @Parameters(
            paramLabel = "SHELL",
            completionCandidates = Shells.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private String shell;

    @Override
    public void run() {
        CommandLine all = Berth.everything();
        LauncherCommands.addTo(all);
        String script =
                switch (shell) {
                    // picocli's script also knows how to make itself one of zsh's
                    case "bash", "zsh" -> AutoComplete.bash("berth", all);
                    case "fish" -> new FishScript(all).text();
                    default ->
                            throw new Failure(
                                    ExitStatus.USAGE,
                                    "there is no completion for '%s'; there are bash, zsh, fish"
                                            .formatted(shell));
                };
        berth.console().result(script);
    }
}
