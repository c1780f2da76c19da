package dev.berth.plugin.edge;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/** A real edge in a process of its own, on free ports. */
final class EdgeProcess implements AutoCloseable {

    static final String TOKEN = "a-token-for-tests";

    private final Path directory;
    private final Process process;
    private final Properties ports = new Properties();

    private EdgeProcess(Path directory, Process process) {
        this.directory = directory;
        this.process = process;
    }

    static EdgeProcess start(Path directory) {
        try {
            Files.writeString(directory.resolve("token"), TOKEN + "\n");
            EdgeProcess edge = new EdgeProcess(directory, command(directory).start());
            edge.awaitPorts();
            return edge;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static ProcessBuilder command(Path directory) {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.berth.edge.EdgeMain",
                        "--port=0",
                        "--control-port=0",
                        "--token-file=" + directory.resolve("token"),
                        "--state=" + directory.resolve("state"))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log").toFile());
    }

    private void awaitPorts() {
        Path file = directory.resolve("state").resolve("ports");
        await("the edge's ports in " + file)
                .atMost(Duration.ofSeconds(60))
                .until(() -> Files.exists(file) || !process.isAlive());
        try (Reader reader = Files.newBufferedReader(file)) {
            ports.load(reader);
        } catch (IOException failure) {
            close();
            throw new UncheckedIOException("the edge has not started", failure);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + ports.getProperty("public"));
    }

    URI control() {
        return URI.create("http://127.0.0.1:" + ports.getProperty("control"));
    }

    Path tokenFile() {
        return directory.resolve("token");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
