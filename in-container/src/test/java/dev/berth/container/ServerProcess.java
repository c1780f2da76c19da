package dev.berth.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The process of a server that is started as the launcher starts it. */
final class ServerProcess {

    private static final long GRACE_S = 30;

    private ServerProcess() {}

    /** Starts it; it ends with this JVM. */
    static void start(TestServer server) {
        Path liberty = server.distribution().liberty();
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "@" + liberty.resolve("lib/platform/java/java24.options"),
                        "@" + server.distribution().server().resolve("jvm.options"),
                        "@" + server.overrides().resolve("jvm.options"),
                        "-javaagent:" + liberty.resolve("bin/tools/ws-javaagent.jar"),
                        "-jar",
                        liberty.resolve("bin/tools/ws-server.jar").toString(),
                        server.name());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("WLP_USER_DIR", server.user().toString());
        builder.environment()
                .put("WLP_OUTPUT_DIR", server.directory().resolve("output").toString());
        builder.environment().put("LOG_DIR", server.logs().toString());
        builder.environment().put("VARIABLE_SOURCE_DIRS", server.variableSources());
        try {
            Files.createDirectories(server.logs());
            builder.redirectOutput(server.logs().resolve("console.log").toFile());
            Process process = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot start " + command, failure);
        }
    }

    private static void end(Process process) {
        process.destroy();
        try {
            if (!process.waitFor(GRACE_S, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
