package dev.berth.bench;

import dev.berth.bench.traffic.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The example {@code hello}: started by hand, and deployed by the command line. */
final class HelloWorld implements AutoCloseable {

    private static final Waiting ANSWER = new Waiting(Duration.ofMinutes(1), Duration.ofMillis(5));
    private static final Waiting GONE = new Waiting(Duration.ofMinutes(1), Duration.ofMillis(50));
    private static final String EXAMPLE = "examples/hello";

    private final StartedBerth berth;
    private final Outer outer;

    HelloWorld(StartedBerth berth) {
        this.berth = berth;
        this.outer = new Outer(berth);
    }

    /**
     * Starts it as its manifest says, and returns the milliseconds to its first answer. A worker's
     * {@code java} is the one that runs Berth, and this.
     */
    long byHand() {
        int port = Ports.free(List.of("hello")).get("hello");
        Path directory = Project.current().directory().resolve(EXAMPLE);
        Command shell = new Command(directory, Map.of("PORT", Integer.toString(port)));
        List<String> program =
                List.of(
                        Project.java("java"),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "Hello.java");
        long begun = System.nanoTime();
        Process process = shell.start(program, berth.home().resolve("by-hand.out"));
        try {
            return firstAnswer("127.0.0.1", port, begun);
        } finally {
            process.destroyForcibly();
            Command.ended(process);
        }
    }

    /** Deploys it as {@code name}, and returns the milliseconds to its first answer; deletes it. */
    long deployed(String name) {
        String id = outer.worker(name, "");
        long begun = System.nanoTime();
        Process process =
                berth.shell()
                        .start(
                                List.of("./berth", "deploy", EXAMPLE, "--name", name),
                                berth.home().resolve("deploy.out"));
        long took = firstAnswer(id + ".worker.localhost", berth.port("edge"), begun);
        if (Command.ended(process) != 0) {
            throw new BenchFailure(
                    "berth deploy: " + Scratch.read(berth.home().resolve("deploy.out")));
        }
        outer.delete("/api/v1/worker/" + id);
        GONE.until(
                "a worker is gone",
                () -> !outer.get("/api/v1/worker?limit=100").toString().contains(id));
        return took;
    }

    private static long firstAnswer(String host, int port, long begun) {
        String request = Wire.request("GET", "/", host, "Connection: close\r\n");
        ANSWER.until(host + " answers", () -> answers(port, request));
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    private static boolean answers(int port, String request) {
        try (Wire wire = Wire.open(port)) {
            wire.send(request);
            return wire.line().endsWith(" 200 OK");
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        outer.close();
    }
}
