package dev.berth.e2e;

import java.nio.file.Path;
import java.util.Map;

/**
 * A plugin with a runtime that starts nothing, and thinks for a while in each call, or fails; and
 * with another that writes down who starts what, see {@link Journal}.
 */
record PretendingPlugin(Path plugins, Jars jars, Path spi) {

    void write() {
        jars.make(
                plugins.resolve("pretending").resolve("plugin.jar"),
                Map.of(
                        "module-info.java",
                        """
                        module org.pretending {
                            requires dev.berth.spi;
                            exports org.pretending to dev.berth.spi;
                            provides dev.berth.spi.Plugin with org.pretending.Pretending;
                        }
                        """,
                        "org/pretending/Pretending.java",
                        SOURCE,
                        "org/pretending/Recording.java",
                        RECORDING),
                "-p",
                spi.toString());
    }

    private static final String SOURCE =
            """
            package org.pretending;
            import dev.berth.spi.*;
            import java.net.URI;
            import java.time.Duration;
            import java.util.*;
            public final class Pretending implements Plugin {
                public record Config(
                        @Help("how long each call takes") @Default("0s") Duration pause,
                        @Help("whether each call fails") @Default("false") boolean broken) {}
                @Override public List<Extension<?>> extensions() {
                    return List.of(
                            new Extension.Runtimes<>(
                                    "pretending", ConfigType.of(Config.class), (config, context) -> new Runtime(config)),
                            new Extension.Runtimes<>(
                                    "recording",
                                    ConfigType.of(Recording.Config.class),
                                    (config, context) -> new Recording(config)));
                }
                record Runtime(Config config) implements WorkerRuntime {
                    @Override public ReleaseState reconcile(ReleaseSpec desired, OperationContext context) {
                        context.pause(config.pause());
                        if (config.broken()) {
                            throw new IllegalStateException("it is broken");
                        }
                        List<Endpoint> endpoints = Collections.nCopies(
                                desired.replicas(), Endpoint.of(URI.create("http://127.0.0.1:9")));
                        return new ReleaseState.Ready(endpoints, desired.replicas(), List.of());
                    }
                    @Override public ReleaseState delete(ReleaseId id, OperationContext context) {
                        return new ReleaseState.Gone();
                    }
                    @Override public LogStream logs(ReleaseId id, LogQuery query) {
                        return new LogStream() {
                            @Override public Optional<LogLine> next() { return Optional.empty(); }
                            @Override public void close() {}
                        };
                    }
                    @Override public void close() {}
                }
            }
            """;

    /** What is started is a file; between looking for it and writing it there is the pause. */
    private static final String RECORDING =
            """
            package org.pretending;
            import dev.berth.spi.*;
            import java.io.*;
            import java.nio.file.*;
            import java.time.Duration;
            import java.util.*;
            public record Recording(Config config) implements WorkerRuntime {
                public record Config(
                        @Help("how long a start takes") @Default("0s") Duration pause,
                        @Help("a file that a start waits for") Optional<Path> gate,
                        @Help("where what is started is written down") Path directory) {}
                @Override public ReleaseState reconcile(ReleaseSpec desired, OperationContext context) {
                    note("began", desired.id(), context);
                    try {
                        start(desired.id(), context);
                    } finally {
                        // also at the deadline
                        note("ended", desired.id(), context);
                    }
                    return new Pretending.Runtime(new Pretending.Config(Duration.ZERO, false))
                            .reconcile(desired, context);
                }
                private void start(ReleaseId id, OperationContext context) {
                    Path started = config.directory().resolve(id.toString());
                    if (!Files.exists(started)) {
                        context.pause(config.pause());
                        while (config.gate().filter(Files::notExists).isPresent()) {
                            context.pause(Duration.ofMillis(50));
                        }
                        write(started, "");
                        note("effect", id, context);
                    }
                }
                @Override public ReleaseState delete(ReleaseId id, OperationContext context) {
                    return new ReleaseState.Gone();
                }
                @Override public LogStream logs(ReleaseId id, LogQuery query) {
                    throw new PluginException(PluginException.Kind.INVALID, "there is no log");
                }
                @Override public void close() {}
                private void note(String word, ReleaseId id, OperationContext context) {
                    write(
                            config.directory().resolve("journal"),
                            String.join(
                                    " ",
                                    word,
                                    String.valueOf(ProcessHandle.current().pid()),
                                    id.toString(),
                                    context.operation(),
                                    context.attempt() + "\\n"));
                }
                private static void write(Path file, String text) {
                    try {
                        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                    } catch (IOException failure) {
                        throw new UncheckedIOException(failure);
                    }
                }
            }
            """;
}
