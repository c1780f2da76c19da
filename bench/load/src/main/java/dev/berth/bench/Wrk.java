package dev.berth.bench;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Debian's {@code wrk}: a closed loop, to see how much a server bears. */
record Wrk(Scratch scratch, int seconds) {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");
    private static final Pattern FAILED = Pattern.compile("Non-2xx|Socket errors");

    /** Returns how many requests per second {@code connections} get answered. */
    double perSecond(int port, int connections) {
        List<String> command =
                List.of(
                        "wrk",
                        "-t1",
                        "-c" + connections,
                        "-d" + seconds + "s",
                        "-H",
                        "Host: " + Servers.HOST,
                        "http://127.0.0.1:" + port + "/");
        Command shell = new Command(scratch.directory(), Map.of());
        String said = shell.run(command, scratch.file("wrk-" + System.nanoTime() + ".out"));
        Matcher rate = RATE.matcher(said);
        if (!rate.find() || FAILED.matcher(said).find()) {
            throw new BenchFailure("wrk was not answered as it should be: " + said);
        }
        return Double.parseDouble(rate.group(1));
    }
}
