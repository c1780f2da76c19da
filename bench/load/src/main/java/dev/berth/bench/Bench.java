package dev.berth.bench;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code bench/run}: measures Berth against its budgets. */
@Command(
        name = "bench/run",
        mixinStandardHelpOptions = true,
        description = {
            "Measures Berth against its budgets.",
            "",
            "Each bench starts what it needs in a directory and on ports of its own, and",
            "removes it afterwards. It prints a table and a line of JSON. A budget that is",
            "missed is stated; the exit code tells only whether the run itself went well."
        },
        subcommands = {
            AcceptBench.class,
            TasksBench.class,
            DeployBench.class,
            EdgeBench.class,
            MemoryBench.class,
            StartBench.class,
            StrategiesBench.class,
            TimingBench.class
        })
final class Bench implements Runnable {

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    private Bench() {}

    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new Bench());
        line.setExecutionExceptionHandler(
                (failure, _, _) -> {
                    line.getErr().println("bench/run: the run failed: " + failure);
                    failure.printStackTrace(line.getErr());
                    return 1;
                });
        System.exit(line.execute(arguments));
    }

    @Override
    public void run() {
        Console.usage(spec.commandLine());
    }
}
