package dev.berth.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What every command takes, before or after its name. */
final class GlobalOptions {

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Print Berth's answer as JSON.")
    private boolean json;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT,
            description = "Print the bare result: an id, a URL, a name.")
    private boolean quiet;

    @Option(
            names = "--context",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "Which Berth; else BERTH_CONTEXT, else as 'context use' has it.")
    private Optional<String> context = Optional.empty();

    @Option(
            names = "--url",
            paramLabel = "URL",
            scope = ScopeType.INHERIT,
            description = "Berth's address; else BERTH_URL, else as kept by 'up' or 'login'.")
    private Optional<String> url = Optional.empty();

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "File with the token; else BERTH_TOKEN, else as kept.")
    private Optional<Path> tokenFile = Optional.empty();

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "Where cli.properties is kept; else BERTH_HOME, else ~/.berth.")
    private Optional<Path> home = Optional.empty();

    @Option(
            names = "--tenant",
            paramLabel = "ID",
            scope = ScopeType.INHERIT,
            description = "For which tenant; else BERTH_TENANT, else your own.")
    private Optional<String> tenant = Optional.empty();

    boolean json() {
        return json;
    }

    boolean quiet() {
        return quiet;
    }

    Optional<String> context() {
        return context;
    }

    Optional<String> url() {
        return url;
    }

    Optional<Path> tokenFile() {
        return tokenFile;
    }

    Optional<Path> home() {
        return home;
    }

    Optional<String> tenant() {
        return tenant;
    }
}
