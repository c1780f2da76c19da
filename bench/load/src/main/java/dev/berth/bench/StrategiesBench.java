package dev.berth.bench;

import dev.berth.bench.traffic.OpenLoop;
import dev.berth.bench.traffic.Stream;
import dev.berth.bench.traffic.Takeover;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the users of a worker notice while a version takes over. */
@Command(
        name = "strategies",
        header = "What users notice while a version takes over.",
        mixinStandardHelpOptions = true,
        description = {
            "Sends GET and POST, on kept and on fresh connections, with one stream of events and",
            "one WebSocket beside them, to a worker whose version changes from 1 to 2 when a third",
            "of the time has gone. Counts requests that failed, for each strategy that is named.",
            "Then goes back, and takes the time from the command to the first answer of version 1."
        })
final class StrategiesBench implements Runnable {

    private static final Waiting SETTLED =
            new Waiting(Duration.ofMinutes(5), Duration.ofMillis(100));
    private static final Waiting ANSWER = new Waiting(Duration.ofMinutes(1), Duration.ofMillis(5));

    @Parameters(
            paramLabel = "STRATEGY",
            description = "Extensions of the kind strategy. Default: ${DEFAULT-VALUE}.")
    private List<String> strategies = List.of("recreate");

    @Option(names = "--rate", description = "Requests per second. Default: ${DEFAULT-VALUE}.")
    private int rate = 200;

    @Option(names = "--seconds", description = "For how long. Default: ${DEFAULT-VALUE}.")
    private int seconds = 60;

    private final Report report = new Report("strategies");

    @Override
    public void run() {
        try (StartedBerth berth = new StartedBerth()) {
            berth.with("berth.strategy", String.join(",", strategies));
            strategies.forEach(name -> berth.with("berth.strategy." + name + ".use", name));
            berth.with("berth.default.strategy", strategies.getFirst()).up();
            try (Outer outer = new Outer(berth)) {
                strategies.forEach(strategy -> measure(berth, outer, strategy));
            }
        }
        report.note(
                "a request that waits for a version is slow, one that is refused or cut off has failed");
        report.print();
    }

    private void measure(StartedBerth berth, Outer outer, String strategy) {
        String id = outer.worker(strategy, ", \"strategy\": \"%s\"".formatted(strategy));
        long first = deployed(outer, id, version("one"));
        Takeover traffic =
                new Takeover(
                        berth.port("edge"),
                        id + ".worker.localhost",
                        new OpenLoop(rate, Duration.ofSeconds(seconds)));
        CompletableFuture<Takeover.Seen> running = CompletableFuture.supplyAsync(traffic::run);
        Waiting.sleep(Duration.ofSeconds(seconds).dividedBy(3));
        long begun = System.nanoTime();
        deployed(outer, id, version("two"));
        double took = Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1e3;
        if (running.isDone()) {
            report.note(strategy + ": took over only after the traffic; give it more --seconds");
        }
        Takeover.Seen seen = running.join();
        show(strategy, took, seen, goneBack(outer, id, first, traffic));
    }

    /** Returns how many milliseconds the way back takes. */
    private double goneBack(Outer outer, String worker, long first, Takeover traffic) {
        long begun = System.nanoTime();
        outer.rollBack(worker, first);
        ANSWER.until("version one answers again", () -> traffic.version().equals("one"));
        return (System.nanoTime() - begun) / 1e6;
    }

    private void show(String strategy, double took, Takeover.Seen seen, double back) {
        report.add(
                Rows.of(strategy, seen.requests())
                        .and("one", seen.versions().getOrDefault("one", 0))
                        .and("two", seen.versions().getOrDefault("two", 0))
                        .and("takeover_s", took)
                        .and("rollback_ms", back)
                        .and("events", stream(seen.events()))
                        .and("websocket", stream(seen.socket())));
        seen.requests()
                .failures()
                .forEach(
                        (why, count) ->
                                report.note("%s: %d failed: %s".formatted(strategy, count, why)));
        report.add(Budget.atMost(0, "failed requests, " + strategy, seen.requests().failed()));
        report.add(Budget.atMost(1000, "rollback in ms, " + strategy, back));
    }

    private static String stream(Stream.Seen seen) {
        return "%s, ended %d, refused %d".formatted(seen.messages(), seen.ends(), seen.refused());
    }

    private static long deployed(Outer outer, String worker, Source source) {
        outer.upload(source);
        long version = outer.deploy(worker, source);
        SETTLED.until(
                "the version is settled", () -> !outer.status(worker, version).equals("loading"));
        String status = outer.status(worker, version);
        if (!status.equals("success")) {
            throw new BenchFailure("a version of worker " + worker + " ended as " + status);
        }
        return version;
    }

    private static Source version(String name) {
        String command =
                "\"java\", \"-XX:TieredStopAtLevel=1\", \"-XX:+UseSerialGC\", \"Server.java\", \"%s\""
                        .formatted(name);
        try (InputStream program = StrategiesBench.class.getResourceAsStream("Server.java")) {
            byte[] text = Objects.requireNonNull(program).readAllBytes();
            return Source.of(
                    Map.of(
                            "app-manifest.json",
                            Source.manifest(command),
                            "Server.java",
                            new String(text, StandardCharsets.UTF_8)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
