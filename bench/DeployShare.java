import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Measures Berth's own share of a deployment: from the start of {@code ./berth deploy} to the first
 * 200 through the edge, less the median of the same program started by hand. Both are polled every 5
 * ms. Berth must be up. Usage: {@code java bench/DeployShare.java [runs] [edge port]}.
 */
class DeployShare {

    private static final Path EXAMPLE = Path.of("examples/hello");
    /** As the example's manifest has it; a worker's {@code java} is the one that runs Berth, and this. */
    private static final List<String> PROGRAM =
            List.of(System.getProperty("java.home") + "/bin/java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "Hello.java");
    private static final Duration POLL = Duration.ofMillis(5);

    private final Path home =
            Path.of(System.getenv().getOrDefault("BERTH_HOME", System.getenv("HOME") + "/.berth"));
    private final HttpClient http = HttpClient.newHttpClient();
    private final Properties cli = new Properties();
    private final int edge;

    DeployShare(int edge) throws IOException {
        this.edge = edge;
        try (var reader = Files.newBufferedReader(home.resolve("cli.properties"))) {
            cli.load(reader);
        }
    }

    public static void main(String[] arguments) throws Exception {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        int edge = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 8080;
        DeployShare bench = new DeployShare(edge);
        bench.deployed("warm-up");
        long[] byHand = new long[runs];
        long[] byBerth = new long[runs];
        for (int run = 0; run < runs; run++) {
            byHand[run] = bench.byHand();
            byBerth[run] = bench.deployed("bench-" + run);
            System.out.printf("run %2d: by hand %5d ms, berth deploy %5d ms%n", run + 1, byHand[run], byBerth[run]);
        }
        long median = percentile(byHand, 50);
        System.out.printf("by hand      p50 %5d ms  p95 %5d ms%n", median, percentile(byHand, 95));
        System.out.printf("berth deploy p50 %5d ms  p95 %5d ms%n", percentile(byBerth, 50), percentile(byBerth, 95));
        System.out.printf(
                "Berth's share p50 %4d ms  p95 %5d ms%n",
                percentile(byBerth, 50) - median, percentile(byBerth, 95) - median);
    }

    private long byHand() throws Exception {
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(PROGRAM).directory(EXAMPLE.toFile());
        builder.environment().put("PORT", Integer.toString(port));
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        long begun = System.nanoTime();
        Process process = builder.start();
        try {
            return firstAnswer("127.0.0.1", port, begun);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private long deployed(String name) throws Exception {
        String id = member(call("POST", "/api/v1/worker", "{\"worker_name\": \"" + name + "\"}"), "worker_id");
        ProcessBuilder builder =
                new ProcessBuilder("./berth", "deploy", EXAMPLE.toString(), "--name", name)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        long begun = System.nanoTime();
        Process process = builder.start();
        long took = firstAnswer(id + ".worker.localhost", edge, begun);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("berth deploy failed: " + name);
        }
        call("DELETE", "/api/v1/worker/" + id, "");
        while (call("GET", "/api/v1/worker", "").contains(id)) {
            Thread.sleep(50);
        }
        return took;
    }

    private static long firstAnswer(String host, int port, long begun) throws InterruptedException {
        while (!answers(host, port)) {
            if (System.nanoTime() - begun > Duration.ofMinutes(1).toNanos()) {
                throw new IllegalStateException("no answer from " + host + ":" + port);
            }
            Thread.sleep(POLL);
        }
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    private static boolean answers(String host, int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(("GET / HTTP/1.0\r\nHost: " + host + "\r\n\r\n").getBytes(UTF_8));
            byte[] head = socket.getInputStream().readNBytes(12);
            return new String(head, UTF_8).endsWith(" 200");
        } catch (IOException notYet) {
            return false;
        }
    }

    private String call(String method, String path, String body) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(cli.getProperty("url") + path))
                        .header("Authorization", "Bearer " + cli.getProperty("token"))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private static String member(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]+)\"").matcher(json);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + name + " in " + json);
        }
        return matcher.group(1);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static long percentile(long[] values, int percent) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100.0) - 1)];
    }
}
