package dev.berth.bench;

import dev.berth.bench.traffic.Latencies;
import dev.berth.bench.traffic.OpenLoop;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long Outer takes to accept a deployment, whatever Inner is at. */
@Command(
        name = "accept",
        header = "How long Outer takes to accept a deployment.",
        mixinStandardHelpOptions = true,
        description = {
            "Measures how long Outer takes to accept a deployment: with Inner at work, while",
            "its runtime sleeps 60 s in every call, and with Inner stopped. With Inner stopped",
            "it also counts the records of the topic berth.tasks: one per deployment."
        })
final class AcceptBench implements Runnable {

    private static final String KAFKA_AWAY = "Kafka is away";
    // what begins, such as Inner's stop, is over by then
    private static final int SETTLING_SECONDS = 10;
    private static final Waiting LAST_RECORDS =
            new Waiting(Duration.ofSeconds(3), Duration.ofMillis(100));

    @Option(names = "--rate", description = "Deployments per second. Default: ${DEFAULT-VALUE}.")
    private int rate = 200;

    @Option(names = "--seconds", description = "How long each run is. Default: ${DEFAULT-VALUE}.")
    private int seconds = 60;

    @Option(
            names = "--warm-up",
            description =
                    "Seconds of the same load before the first run. Default: ${DEFAULT-VALUE}.")
    private int warmUp = 120;

    @Option(names = "--workers", description = "How many workers. Default: ${DEFAULT-VALUE}.")
    private int workers = 1000;

    private final Report report = new Report("accept");

    @Override
    public void run() {
        try (StartedBerth berth = StartedBerth.pretending().up();
                Outer outer = new Outer(berth);
                TaskTable tasks = new TaskTable(berth)) {
            Source source = Source.pretended();
            outer.upload(source);
            Fleet fast = Fleet.create(outer, source, "fast", "pretending", workers);
            Fleet slow = Fleet.create(outer, source, "slow", "sleeping", workers);
            load(warmUp).run(fast::deploy);
            tasks.settled();

            settle(fast);
            Latencies working = measured(berth, "Inner works", fast);
            report.note("%d tasks open at the end of the first run".formatted(tasks.open()));
            tasks.settled();
            settle(slow);
            Latencies sleeping = measured(berth, "its runtime sleeps 60 s", slow);
            report.add(
                    Budget.atMost(
                            1.2,
                            "p95 while the runtime sleeps, as a multiple of the first",
                            sleeping.millis(95) / working.millis(95)));
            new Inner(berth).stop();
            settle(fast);
            stopped(berth, fast);
        }
        report.print();
    }

    private void stopped(StartedBerth berth, Fleet fleet) {
        try (TaskTopic topic = new TaskTopic(berth)) {
            long before = topic.records();
            Latencies latencies = measured(berth, "Inner is stopped", fleet);
            LAST_RECORDS.within(() -> topic.records() - before == latencies.answered());
            long records = topic.records() - before;
            report.add(
                    Row.of("run", "records on berth.tasks meanwhile")
                            .and("answered", records)
                            .and("failed", latencies.answered() - records));
        }
    }

    private Latencies measured(StartedBerth berth, String name, Fleet fleet) {
        long away = berth.logged(KAFKA_AWAY);
        Duration before = berth.cpu().now();
        Latencies latencies = load(seconds).run(fleet::deploy);
        double cpu = berth.cpu().now().minus(before).toNanos() / 1e6 / load(seconds).calls();
        report.add(Rows.of(name, latencies).and("cpu_ms_per_call", cpu));
        latencies.failures().forEach((why, count) -> report.note(count + " failed: " + why));
        report.note(
                "%s: Outer took Kafka for away %d times, for 2 s each"
                        .formatted(name, berth.logged(KAFKA_AWAY) - away));
        report.add(Budget.atMost(20, "p99 in ms, " + name, latencies.millis(99)));
        return latencies;
    }

    private void settle(Fleet fleet) {
        load(SETTLING_SECONDS).run(fleet::deploy);
    }

    private OpenLoop load(int length) {
        return new OpenLoop(rate, Duration.ofSeconds(length));
    }

    /** Workers that are deployed by turns. */
    private record Fleet(Outer outer, Source source, List<String> workers) {

        static Fleet create(Outer outer, Source source, String name, String runtime, int count) {
            String settings = ", \"runtime\": \"%s\"".formatted(runtime);
            return new Fleet(
                    outer,
                    source,
                    IntStream.range(0, count)
                            .mapToObj(number -> outer.worker(name + "-" + number, settings))
                            .toList());
        }

        void deploy(int number) {
            outer.deploy(workers.get(number % workers.size()), source);
        }
    }
}
