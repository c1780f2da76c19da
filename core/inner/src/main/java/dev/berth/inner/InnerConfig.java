package dev.berth.inner;

import dev.berth.engine.config.Durations;
import dev.berth.rest.SecretFiles;
import dev.berth.work.reconcile.RolloutSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an operator sets for Inner. */
@Dependent
class InnerConfig {

    @Inject
    @ConfigProperty(name = "berth.secrets.directory")
    Path secrets;

    @Inject
    @ConfigProperty(name = "berth.home")
    Path home;

    @Inject
    @ConfigProperty(name = "berth.outer.url", defaultValue = "http://127.0.0.1:9900")
    URI outer;

    @Inject
    @ConfigProperty(name = "berth.kafka.bootstrap")
    String kafka;

    @Inject
    @ConfigProperty(name = "berth.domain", defaultValue = "localhost")
    String domain;

    @Inject
    @ConfigProperty(name = "berth.plugins.directories")
    List<Path> plugins;

    @Inject
    @ConfigProperty(name = "berth.plugins.bundled")
    Path bundled;

    @Inject
    @ConfigProperty(name = "berth.router", defaultValue = "edge")
    String router;

    @Inject
    @ConfigProperty(name = "berth.inner.name", defaultValue = "inner")
    String name;

    @Inject
    @ConfigProperty(name = "berth.buffer", defaultValue = "256")
    int buffer;

    @Inject
    @ConfigProperty(name = "berth.executors", defaultValue = "128")
    int executors;

    @Inject
    @ConfigProperty(name = "berth.tries", defaultValue = "12")
    int tries;

    @Inject
    @ConfigProperty(name = "berth.reconcile-every-seconds", defaultValue = "300")
    int reconcileEverySeconds;

    @Inject
    @ConfigProperty(name = "berth.plugin.slots", defaultValue = "24")
    int slots;

    @Inject
    @ConfigProperty(name = "berth.plugin.deadline-seconds", defaultValue = "60")
    int deadlineSeconds;

    @Inject
    @ConfigProperty(name = "berth.keep.previous", defaultValue = "10m")
    String keepPrevious;

    @Inject
    @ConfigProperty(name = "berth.drain-timeout", defaultValue = "30s")
    String drainTimeout;

    SecretFiles secretFiles() {
        return new SecretFiles(secrets);
    }

    Duration reconcileEvery() {
        return Duration.ofSeconds(reconcileEverySeconds);
    }

    RolloutSettings rollouts() {
        return new RolloutSettings(Durations.parse(keepPrevious), Durations.parse(drainTimeout));
    }

    Duration deadline() {
        return Duration.ofSeconds(deadlineSeconds);
    }
}
