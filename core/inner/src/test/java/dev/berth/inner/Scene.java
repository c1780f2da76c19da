package dev.berth.inner;

import dev.berth.engine.config.ConfigValues;
import dev.berth.spi.WorkerRuntime;
import dev.berth.work.task.ProcessorSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What an Inner finds: a database, an operator's settings, and a plugin of the test's. */
final class Scene {

    final Deployments deployments;
    final ProbingRouter router = new ProbingRouter();
    private final Map<String, WorkerRuntime> runtimes;
    private int buffer = 256;
    private int executors = 128;
    private int slots = 32;
    private Duration deadline = Duration.ofSeconds(60);

    /** Begins one with these runtimes, by their names. */
    Scene(Deployments deployments, Map<String, WorkerRuntime> runtimes) {
        this.deployments = deployments;
        this.runtimes = runtimes;
    }

    Scene buffer(int workers) {
        buffer = workers;
        return this;
    }

    Scene executors(int runs) {
        executors = runs;
        return this;
    }

    Scene slots(int calls) {
        slots = calls;
        return this;
    }

    Scene deadline(Duration ofCalls) {
        deadline = ofCalls;
        return this;
    }

    /** Starts an Inner with its files in {@code home}. */
    TestInner start(Path home) {
        return TestInner.start(this, home);
    }

    int slots() {
        return slots;
    }

    Duration deadline() {
        return deadline;
    }

    ProcessorSettings settings() {
        return new ProcessorSettings("inner", buffer, executors, slots, 3, Duration.ofMinutes(5));
    }

    ConfigValues config() {
        Map<String, String> config = new HashMap<>();
        config.put("berth.runtime", String.join(",", runtimes.keySet()));
        runtimes.keySet().forEach(name -> config.put("berth.runtime." + name + ".use", "scripted"));
        config.put("berth.router", "probing");
        config.put("berth.router.probing.use", "scripted");
        config.put("berth.strategy", "plain");
        config.put("berth.strategy.plain.use", "scripted");
        return ConfigValues.of(config);
    }

    Map<String, Object> instances() {
        Map<String, Object> instances = new HashMap<>(runtimes);
        instances.put("probing", router);
        instances.put("plain", new PlainStrategy());
        return instances;
    }
}
