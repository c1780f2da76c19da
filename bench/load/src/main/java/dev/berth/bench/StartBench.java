package dev.berth.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How long {@code ./berth up} and {@code ./berth down} take when nothing has to be built. */
@Command(
        name = "start",
        header = "./berth up and ./berth down.",
        mixinStandardHelpOptions = true,
        description = {
            "Measures ./berth up until it says that it is ready, and ./berth down: once with an",
            "empty home, then with the home that this left. Nothing has to be built meanwhile."
        })
final class StartBench implements Runnable {

    @Option(names = "--runs", description = "How many later starts. Default: ${DEFAULT-VALUE}.")
    private int runs = 5;

    private final Report report = new Report("start");

    @Override
    public void run() {
        try (StartedBerth berth = new StartedBerth()) {
            timed(berth, "with an empty home");
            List<Double> starts = new ArrayList<>();
            for (int number = 1; number <= runs; number++) {
                starts.add(timed(berth, "later start " + number));
            }
            double median = starts.stream().sorted().toList().get(runs / 2);
            report.add(Budget.atMost(15, "median of the later starts, in s", median));
        }
        report.print();
    }

    private double timed(StartedBerth berth, String name) {
        double up = seconds(berth::up);
        double down = seconds(berth::down);
        report.add(Row.of("run", name).and("up_s", up).and("down_s", down));
        return up;
    }

    private static double seconds(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1e3;
    }
}
