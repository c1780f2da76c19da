package dev.berth.standalone;

import dev.berth.standalone.home.Home;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that says which Berth is meant. */
final class HomeOption {

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "${env:BERTH_HOME:-${sys:user.home}/.berth}",
            description = "Directory of all state. Default: ~/.berth, or what BERTH_HOME says.")
    private Path directory = Path.of("");

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    @SuppressWarnings("UnusedVariable") // picocli looks at the option alone
    private boolean help;

    Home home() {
        return Home.at(directory);
    }
}
