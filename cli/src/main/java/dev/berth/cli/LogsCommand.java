package dev.berth.cli;

import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(name = "logs", description = "Print what a worker wrote.", mixinStandardHelpOptions = true)
final class LogsCommand implements Runnable {

    @ParentCommand private Berth berth;

    @Parameters(paramLabel = "NAME", description = "The worker's name or id.")
    private String name;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what it writes from now on.")
    private boolean follow;

    @Option(
            names = "--last",
            paramLabel = "N",
            defaultValue = "100",
            description = "So many lines of the past (default ${DEFAULT-VALUE}).")
    private int last;

    @Option(
            names = "--version-id",
            paramLabel = "V",
            description = "Of one version only, by number.")
    private Optional<Long> version = Optional.empty();

    @Override
    public void run() {
        if (last < 0) {
            throw new Failure(ExitStatus.USAGE, "--last is not negative");
        }
        Api api = berth.api();
        Worker worker = Workers.everywhere(api).named(name);
        api.lines("read the log of '" + name + "'", path(worker), follow, this::print);
    }

    private String path(Worker worker) {
        String path = Workers.path(worker.id()) + "/logs?follow=" + follow + "&last=" + last;
        return version.map(number -> path + "&version_id=" + number).orElse(path);
    }

    // false when nobody reads any more
    private boolean print(String line) {
        if (!line.isBlank()) {
            Json read = read(line);
            refuseBrokenOff(read);
            berth.console().result(berth.options().json() ? line : read.get("line").text());
        }
        return !(follow && berth.console().closed());
    }

    // the last line of a log that has more to say
    private void refuseBrokenOff(Json line) {
        String error = line.get("error").text();
        if (!error.isEmpty()) {
            throw new Failure(
                    ExitStatus.UNREACHABLE,
                    "cannot read on in the log of '%s': %s".formatted(name, error));
        }
    }

    private static Json read(String line) {
        try {
            return JsonText.read(line);
        } catch (IOException e) {
            throw new Failure(
                    ExitStatus.FAILED,
                    "cannot read the log: a line of the answer is not JSON; is that a Berth? check"
                            + " --url",
                    e);
        }
    }
}
