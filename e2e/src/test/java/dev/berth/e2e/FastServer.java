package dev.berth.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A small HTTP server, compiled, so that many of them start on a small machine. */
final class FastServer {

    private static final String SOURCE =
            """
            import com.sun.net.httpserver.HttpServer;
            import java.net.InetSocketAddress;
            import java.util.concurrent.Executors;
            import java.util.concurrent.locks.LockSupport;

            public final class Server {
                public static void main(String[] args) throws Exception {
                    int port = Integer.parseInt(System.getenv("PORT"));
                    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
                    byte[] answer = args[0].getBytes();
                    int status = Integer.parseInt(args[1]);
                    long pause = Long.parseLong(args[2]);
                    server.createContext("/", exchange -> {
                        exchange.getRequestBody().readAllBytes();
                        LockSupport.parkNanos(pause * 1_000_000);
                        exchange.sendResponseHeaders(status, answer.length);
                        exchange.getResponseBody().write(answer);
                        exchange.close();
                    });
                    server.setExecutor(Executors.newCachedThreadPool());
                    server.start();
                }
            }
            """;

    private final byte[] jar;

    FastServer(Path scratch) {
        try {
            jar =
                    Files.readAllBytes(
                            new Jars(scratch)
                                    .make(
                                            scratch.resolve("server.jar"),
                                            Map.of("Server.java", SOURCE)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Returns the source of a worker that answers {@code text}. */
    byte[] saying(String text) {
        return saying(text, 200, Duration.ZERO);
    }

    /** Returns the source of a worker that answers {@code text} with that status, that late. */
    byte[] saying(String text, int status, Duration pause) {
        return Sources.archive(
                Sources.manifest(
                        "java",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx16m",
                        "-cp",
                        "server.jar",
                        "Server",
                        text,
                        Integer.toString(status),
                        Long.toString(pause.toMillis())),
                Sources.file("server.jar", jar));
    }
}
