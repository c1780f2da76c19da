package dev.berth.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLEncoder;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "logs",
        description = {
            "Print what a worker wrote, as its newest version or as another one.",
            "",
            "  berth logs hello --follow",
            "  berth logs hello --since 10m",
            "  berth logs hello --version 3 --since 2027-01-31T12:00:00Z --last 500"
        })
final class LogsCommand implements Runnable {

    private static final int PAST = 100;

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
            description = "So many lines of the past; 100, or with --since all, if not given.")
    private Optional<Integer> last = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "What came since then: 10m, 1h30m, or a date like 2027-01-31T12:00:00Z.")
    private Optional<String> since = Optional.empty();

    @Option(
            names = {"--version", "--version-id"},
            paramLabel = "V",
            description = "Of one version only, by number.")
    private Optional<Long> version = Optional.empty();

    // the standard options have a --version of their own; picocli reads the field
    @SuppressWarnings("unused")
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help message and exit.")
    private boolean help;

    @Override
    public void run() {
        if (last.filter(lines -> lines < 0).isPresent()) {
            throw new Failure(ExitStatus.USAGE, "--last is not negative");
        }
        Api api = berth.api();
        Worker worker = Workers.everywhere(api).named(name);
        api.lines("read the log of '" + name + "'", path(worker), follow, this::print);
    }

    private String path(Worker worker) {
        StringBuilder path = new StringBuilder(Workers.path(worker.id()));
        path.append("/logs?follow=").append(follow);
        last.or(() -> since.isPresent() ? Optional.empty() : Optional.of(PAST))
                .ifPresent(lines -> path.append("&last=").append(lines));
        since.ifPresent(time -> path.append("&since=").append(URLEncoder.encode(time, UTF_8)));
        version.ifPresent(number -> path.append("&version_id=").append(number));
        return path.toString();
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
