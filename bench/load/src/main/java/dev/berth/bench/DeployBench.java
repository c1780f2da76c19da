package dev.berth.bench;

import dev.berth.bench.traffic.Latencies;
import java.util.Arrays;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Berth's own share of a deployment. */
@Command(
        name = "deploy",
        header = "Berth's own share of ./berth deploy.",
        mixinStandardHelpOptions = true,
        description = {
            "Measures from the start of ./berth deploy examples/hello to the first 200 through",
            "the edge, by turns with the same program started by hand. Berth's own share is what",
            "a deployment takes more than the median by hand. Both are asked every 5 ms."
        })
final class DeployBench implements Runnable {

    @Option(names = "--runs", description = "How many of each. Default: ${DEFAULT-VALUE}.")
    private int runs = 20;

    @Option(names = "--warm-up", description = "Deployments before. Default: ${DEFAULT-VALUE}.")
    private int warmUp = 20;

    private final Report report = new Report("deploy");

    @Override
    public void run() {
        long[] byHand = new long[runs];
        long[] deployed = new long[runs];
        try (StartedBerth berth = new StartedBerth().up();
                HelloWorld hello = new HelloWorld(berth)) {
            for (int run = 0; run < warmUp; run++) {
                hello.deployed("warm-up-" + run);
            }
            for (int run = 0; run < runs; run++) {
                byHand[run] = hello.byHand();
                deployed[run] = hello.deployed("bench-" + run);
            }
        }
        Latencies hand = of(byHand);
        Latencies berth = of(deployed);
        report.add(Rows.of("by hand", hand));
        report.add(Rows.of("berth deploy", berth));
        double share = berth.millis(50) - hand.millis(50);
        report.add(
                Row.of("run", "Berth's share")
                        .and("p50_ms", share)
                        .and("p95_ms", berth.millis(95) - hand.millis(50)));
        report.add(Budget.atMost(300, "Berth's share of a deployment, p50 in ms", share));
        report.print();
    }

    private static Latencies of(long[] millis) {
        return new Latencies(
                Arrays.stream(millis).map(value -> value * 1_000_000).toArray(), Map.of());
    }
}
