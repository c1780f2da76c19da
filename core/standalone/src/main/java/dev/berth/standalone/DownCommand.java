package dev.berth.standalone;

import dev.berth.standalone.console.ExitCode;
import dev.berth.standalone.console.Progress;
import dev.berth.standalone.home.Home;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./berth down}: stops everything. */
@Command(
        name = "down",
        description = {
            "Stops the Berth of this home, its workers too; state is kept.",
            "",
            "Also stops what a launcher that was killed has left behind."
        },
        footer = {"", "Examples:", "  ./berth down", "  ./berth down --home /srv/berth"})
final class DownCommand implements Callable<Integer> {

    @Mixin private HomeOption home = new HomeOption();

    @Override
    public Integer call() {
        Home place = home.home();
        Progress progress = Progress.onConsole();
        if (!Files.isDirectory(place.root())) {
            progress.say("Berth is not running: there is no " + place.root());
            return ExitCode.OK;
        }
        return new Down(place, progress).run();
    }
}
