package dev.berth.edge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeProcessIT {

    private static final int MIB = 1024 * 1024;
    private static final int LARGE = 100 * MIB;

    @TempDir private Path directory;
    private final CountDownLatch slow = new CountDownLatch(1);
    private HttpServer program;
    private Process edge;

    @BeforeEach
    void startProgram() throws IOException {
        program = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        program.createContext("/", this::answer);
        program.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        program.start();
        Files.writeString(directory.resolve("token"), "token");
        Files.createDirectories(directory.resolve("state"));
    }

    @AfterEach
    void stopAll() throws Exception {
        slow.countDown();
        edge.destroyForcibly().waitFor();
        program.stop(0);
    }

    @Test
    void restartedEdgeServesFromDisk() throws Exception {
        writeTable();

        start();

        assertThat(get("/")).endsWith("hello");
    }

    @Test
    void corruptTableIsPutAside() throws Exception {
        Files.writeString(table(), "{\"revision\":");

        start();

        assertThat(get("/")).startsWith("HTTP/1.1 404");
        assertThat(directory.resolve("state").resolve("table.json.corrupt")).exists();
        assertThat(log()).contains("\"level\":\"WARNING\"").contains("no route table in the file");
    }

    @Test
    void stopLetsARequestEndAndExitsWithZero() throws Exception {
        writeTable();
        start();
        try (Socket socket = connect()) {
            request(socket, "GET /slow HTTP/1.1", "Connection: close");
            await().until(() -> slow.getCount() == 1 && reachedSlow.getCount() == 0);

            edge.destroy();

            await().until(() -> log().contains("edge stopping"));
            slow.countDown();
            assertThat(new String(socket.getInputStream().readAllBytes(), UTF_8)).endsWith("hello");
        }
        assertThat(edge.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(edge.exitValue()).isZero();
        assertThat(log().lines()).allMatch(line -> line.startsWith("{\"time\":\""));
        assertThat(log()).contains("edge stopped");
    }

    @Test
    void largeBodiesPassThroughASmallHeap() throws Exception {
        writeTable();
        start();

        assertThat(upload()).endsWith("" + LARGE);
        assertThat(download()).isGreaterThanOrEqualTo(LARGE);
        assertThat(log()).doesNotContain("OutOfMemory");
    }

    private final CountDownLatch reachedSlow = new CountDownLatch(1);

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            switch (exchange.getRequestURI().getPath()) {
                case "/large" -> sendLarge(exchange);
                case "/count" -> send(exchange, "" + count(exchange.getRequestBody()));
                case "/slow" -> {
                    reachedSlow.countDown();
                    slow.await();
                    send(exchange, "hello");
                }
                default -> send(exchange, "hello");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, String text) throws IOException {
        exchange.sendResponseHeaders(200, text.length());
        exchange.getResponseBody().write(text.getBytes(UTF_8));
    }

    private static void sendLarge(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, LARGE);
        byte[] piece = new byte[MIB];
        for (int i = 0; i < LARGE / MIB; i++) {
            exchange.getResponseBody().write(piece);
        }
    }

    private static long count(InputStream body) throws IOException {
        return body.transferTo(OutputStream.nullOutputStream());
    }

    private String upload() throws IOException {
        try (Socket socket = connect()) {
            request(
                    socket,
                    "POST /count HTTP/1.1",
                    "Content-Length: " + LARGE,
                    "Connection: close");
            byte[] piece = new byte[MIB];
            for (int i = 0; i < LARGE / MIB; i++) {
                socket.getOutputStream().write(piece);
            }
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    /** Reads late, so that an edge without back pressure would have to hold it all. */
    private long download() throws IOException {
        try (Socket socket = connect()) {
            request(socket, "GET /large HTTP/1.1", "Connection: close");
            await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
            return count(socket.getInputStream());
        }
    }

    private String get(String path) throws IOException {
        try (Socket socket = connect()) {
            request(socket, "GET " + path + " HTTP/1.1", "Connection: close");
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    private static void request(Socket socket, String... lines) throws IOException {
        String head = String.join("\r\n", lines) + "\r\nHost: a.localhost\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(UTF_8));
    }

    private Socket connect() throws IOException {
        Properties ports = new Properties();
        try (Reader reader = Files.newBufferedReader(ports())) {
            ports.load(reader);
        }
        int port = Integer.parseInt(ports.getProperty("public"));
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    private void start() throws IOException {
        edge =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx64m",
                                "-XX:MaxDirectMemorySize=32m",
                                "--sun-misc-unsafe-memory-access=allow",
                                "-cp",
                                System.getProperty("java.class.path"),
                                EdgeMain.class.getName(),
                                "--port=0",
                                "--control-port=0",
                                "--token-file=" + directory.resolve("token"),
                                "--state=" + directory.resolve("state"))
                        .redirectErrorStream(true)
                        .redirectOutput(directory.resolve("log").toFile())
                        .start();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Files.exists(ports()) || !edge.isAlive());
    }

    private void writeTable() throws IOException {
        Files.writeString(
                table(),
                """
                {"revision":1,"routes":[{"host":"a.localhost","targets":[{"release":"0123abcd-1",
                "weight":1,"endpoints":[{"uri":"http://127.0.0.1:%d","headers":{}}]}]}]}"""
                        .formatted(program.getAddress().getPort()));
    }

    private Path table() {
        return directory.resolve("state").resolve("table.json");
    }

    private Path ports() {
        return directory.resolve("state").resolve("ports");
    }

    private String log() throws IOException {
        return Files.readString(directory.resolve("log"));
    }
}
