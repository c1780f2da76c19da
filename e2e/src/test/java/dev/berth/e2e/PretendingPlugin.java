package dev.berth.e2e;

import java.nio.file.Path;
import java.util.Map;

/** A plugin with a runtime that starts nothing, and thinks for a while in each call, or fails. */
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
                        SOURCE),
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
                    return List.of(new Extension.Runtimes<>(
                            "pretending", ConfigType.of(Config.class), (config, context) -> new Runtime(config)));
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
}
