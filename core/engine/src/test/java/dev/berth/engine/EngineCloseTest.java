package dev.berth.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.berth.spi.DeployStrategy;
import dev.berth.spi.PluginException;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineCloseTest {

    private static final String ROUTER =
            """
            List.of(new Extension.Routers<>("one", ConfigType.of(Config.class), (config, context) ->
                new Router() {
                    public RouteReport apply(RouteTable table, OperationContext operation) {
                        return new RouteReport(table.revision(), Map.of());
                    }
                    public void close() {
                        try {
                            java.nio.file.Files.createFile(context.directory().resolve("closed"));
                        } catch (java.io.IOException failed) {
                            throw new java.io.UncheckedIOException(failed);
                        }
                    }
                }))
            """;

    @TempDir Path home;

    @Test
    void instancesAreClosedInTheirPrivateDirectory() throws IOException {
        TestEngine engine =
                TestEngine.in(home).set("berth.router", "main").set("berth.router.main.use", "one");
        PhrasePlugin.in("org.one").extensions(ROUTER).write(engine.plugin("one"));
        Engine started = engine.start();

        started.close();
        started.close();

        Path directory = home.resolve("state/plugins/router/main");
        assertThat(directory.resolve("closed")).exists();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory)))
                .isEqualTo("rwx------");
        assertThat(started.router("main")).isEmpty();
    }

    @Test
    void aStrategyThatIsKeptIsRefusedAfterwards() {
        TestEngine engine = TestEngine.in(home).strategies("one");
        PhrasePlugin.in("org.one").write(engine.plugin("one"));
        Engine started = engine.start();
        DeployStrategy kept = started.strategy("one").orElseThrow();

        started.close();

        assertThatThrownBy(() -> kept.next(TestEngine.rollout()))
                .isInstanceOf(PluginException.class)
                .hasMessage("'strategy/one' is closed; ask again when Berth is up");
    }

    @Test
    void theLayerIsCollectedAndTheCopiesAreRemoved() throws IOException {
        TestEngine engine = TestEngine.in(home).strategies("one");
        PhrasePlugin.in("org.one").create(FAILING).write(engine.plugin("one"));
        Engine started = engine.start();
        WeakReference<ClassLoader> loader = loaderOf(started);

        started.close();

        for (int round = 0; loader.get() != null && round < 50; round++) {
            System.gc();
        }
        assertThat(loader.get()).isNull();
        try (Stream<Path> copies = Files.list(home.resolve("private/loaded"))) {
            assertThat(copies).isEmpty();
        }
        assertThat(started.strategy("one")).isEmpty();
    }

    /** Fails with an exception whose class is the plugin's own, which leads to its loader. */
    private static final String FAILING =
            """
            class Own extends RuntimeException {}
            return rollout -> { throw new Own(); };
            """;

    private static WeakReference<ClassLoader> loaderOf(Engine engine) {
        Throwable own =
                catchThrowable(
                        () -> engine.strategy("one").orElseThrow().next(TestEngine.rollout()));
        assertThat(own.getClass().getName()).endsWith("Own");
        return new WeakReference<>(own.getClass().getClassLoader());
    }
}
