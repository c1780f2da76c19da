package dev.berth.inner;

import dev.berth.engine.config.Durations;
import dev.berth.rest.SecretFiles;
import dev.berth.work.CronJob;
import dev.berth.work.RolloutSettings;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
    @ConfigProperty(name = "berth.plugin.slots", defaultValue = "32")
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

    @Inject
    @ConfigProperty(name = "berth.cron.purge-tasks", defaultValue = "1h")
    String purgeTasks;

    @Inject
    @ConfigProperty(name = "berth.cron.purge-attempts", defaultValue = "1h")
    String purgeAttempts;

    @Inject
    @ConfigProperty(name = "berth.cron.purge-events", defaultValue = "1h")
    String purgeEvents;

    @Inject
    @ConfigProperty(name = "berth.cron.purge-audit", defaultValue = "1h")
    String purgeAudit;

    @Inject
    @ConfigProperty(name = "berth.cron.purge-signatures", defaultValue = "10m")
    String purgeSignatures;

    @Inject
    @ConfigProperty(name = "berth.cron.purge-answers", defaultValue = "1h")
    String purgeAnswers;

    @Inject
    @ConfigProperty(name = "berth.keep.tasks", defaultValue = "7d")
    String keepTasks;

    @Inject
    @ConfigProperty(name = "berth.keep.attempts", defaultValue = "1d")
    String keepAttempts;

    @Inject
    @ConfigProperty(name = "berth.keep.events", defaultValue = "7d")
    String keepEvents;

    @Inject
    @ConfigProperty(name = "berth.keep.told-events", defaultValue = "1d")
    String keepToldEvents;

    @Inject
    @ConfigProperty(name = "berth.keep.audit", defaultValue = "400d")
    String keepAudit;

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

    /** Returns the duties of the clock and how often each is done. */
    Map<CronJob, Duration> schedule() {
        return Map.of(
                new CronJob.PurgeTasks(Durations.parse(keepTasks)), Durations.parse(purgeTasks),
                new CronJob.PurgeAttempts(Durations.parse(keepAttempts)),
                        Durations.parse(purgeAttempts),
                new CronJob.PurgeEvents(Durations.parse(keepEvents)), Durations.parse(purgeEvents),
                new CronJob.PurgeTold(Durations.parse(keepToldEvents)),
                        Durations.parse(purgeEvents),
                new CronJob.PurgeAudit(Durations.parse(keepAudit)), Durations.parse(purgeAudit),
                new CronJob.PurgeSignatures(), Durations.parse(purgeSignatures),
                new CronJob.PurgeAnswers(), Durations.parse(purgeAnswers));
    }
}
