package dev.berth.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How much memory Berth's processes take. */
@Command(
        name = "memory",
        header = "Memory of Berth's processes.",
        mixinStandardHelpOptions = true,
        description = {
            "Adds up the proportional set sizes (PSS) of Berth's processes, workers left out:",
            "after a start, and after deployments and deletions of examples/hello."
        })
final class MemoryBench implements Runnable {

    private static final Pattern SUM = Pattern.compile("(\\d+) kB {2}in all");

    @Option(names = "--deployments", description = "How many. Default: ${DEFAULT-VALUE}.")
    private int deployments = 21;

    private final Report report = new Report("memory");

    @Override
    public void run() {
        try (StartedBerth berth = new StartedBerth().up()) {
            measured(berth, "after a start");
            try (HelloWorld hello = new HelloWorld(berth)) {
                for (int number = 0; number < deployments; number++) {
                    hello.deployed("memory-" + number);
                }
            }
            double mebibytes =
                    measured(berth, "after %d deployments and deletions".formatted(deployments));
            report.add(Budget.atMost(1024, "PSS of Berth's processes, in MiB", mebibytes));
        }
        report.print();
    }

    private double measured(StartedBerth berth, String name) {
        Path output = berth.home().resolve("pss-%d.out".formatted(System.nanoTime()));
        String said = berth.shell().run(List.of("bench/memory"), output);
        said.lines().forEach(line -> Console.say("  " + line));
        Matcher sum = SUM.matcher(said);
        if (!sum.find()) {
            throw new BenchFailure("bench/memory says no sum: " + said);
        }
        double mebibytes = Long.parseLong(sum.group(1)) / 1024.0;
        report.add(Row.of("run", name).and("pss_mib", mebibytes));
        return mebibytes;
    }
}
