package dev.berth.bench;

import dev.berth.bench.traffic.Latencies;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How many tasks Inner settles in a second, and how soon a new worker's when there are many. */
@Command(
        name = "tasks",
        header = "Tasks per second of Inner, and the first reconcile among many.",
        mixinStandardHelpOptions = true,
        description = {
            "Deploys many workers on the pretending runtime while Inner is stopped, then starts",
            "Inner: tasks per second from the first claim until all are settled. With all of them",
            "there, new workers one after another: from the acceptance of their first deployment",
            "until it is settled."
        })
final class TasksBench implements Runnable {

    private static final String PER_SECOND =
            """
            SELECT count(*) / extract(epoch FROM max(t.finished_at) - min(a.started_at))
            FROM tasks t JOIN task_attempts a ON a.task_id = t.id
            WHERE t.state = 'succeeded' AND t.type = 'worker.deploy'
            """;
    private static final String FAILED = "SELECT count(*) FROM tasks WHERE state = 'failed'";
    private static final Waiting SOON = new Waiting(Duration.ofMinutes(1), Duration.ofMillis(10));

    @Option(names = "--workers", description = "How many workers. Default: ${DEFAULT-VALUE}.")
    private int workers = 10_000;

    @Option(
            names = "--new",
            description = "How many more, one after another. Default: ${DEFAULT-VALUE}.")
    private int more = 30;

    private final Report report = new Report("tasks");

    @Override
    public void run() {
        try (StartedBerth berth = StartedBerth.pretending().up();
                Outer outer = new Outer(berth);
                TaskTable tasks = new TaskTable(berth)) {
            Source source = Source.pretended();
            outer.upload(source);
            Inner inner = new Inner(berth);
            inner.stop();
            List<String> names = IntStream.range(0, workers).mapToObj(n -> "w-" + n).toList();
            Parallel.each(names, name -> outer.deploy(worker(outer, name), source));
            Console.say("  %d deployments are accepted".formatted(workers));
            inner.start();
            tasks.settled();
            report.add(
                    Row.of("run", "%d queued deployments".formatted(workers))
                            .and("tasks_per_s", tasks.number(PER_SECOND))
                            .and("failed", tasks.whole(FAILED)));
            newcomers(outer, source);
        }
        report.print();
    }

    private void newcomers(Outer outer, Source source) {
        long[] nanos = new long[more];
        for (int number = 0; number < more; number++) {
            String id = worker(outer, "new-" + number);
            long begun = System.nanoTime();
            settle(outer, id, source);
            nanos[number] = System.nanoTime() - begun;
        }
        Latencies latencies = new Latencies(nanos, Map.of());
        report.add(
                Rows.of("first deployment of a new worker among %d".formatted(workers), latencies));
        report.add(
                Budget.atMost(
                        1000,
                        "slowest first reconcile of a new worker, in ms",
                        latencies.millis(100)));
    }

    private static void settle(Outer outer, String worker, Source source) {
        long version = outer.deploy(worker, source);
        SOON.until("a version is settled", () -> !outer.status(worker, version).equals("loading"));
        String status = outer.status(worker, version);
        if (!status.equals("success")) {
            throw new BenchFailure("a version ended as " + status);
        }
    }

    private static String worker(Outer outer, String name) {
        return outer.worker(name, ", \"runtime\": \"pretending\"");
    }
}
