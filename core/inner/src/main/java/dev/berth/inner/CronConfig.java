package dev.berth.inner;

import dev.berth.engine.config.Durations;
import dev.berth.work.cron.CronJob;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an operator sets for the duties of the clock, and how long what they remove is kept. */
@Dependent
class CronConfig {

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
    @ConfigProperty(name = "berth.cron.purge-credentials", defaultValue = "1h")
    String purgeCredentials;

    @Inject
    @ConfigProperty(name = "berth.cron.purge-usage", defaultValue = "1h")
    String purgeUsage;

    @Inject
    @ConfigProperty(name = "berth.cron.user-audit", defaultValue = "24h")
    String userAudit;

    @Inject
    @ConfigProperty(name = "berth.keep.credentials", defaultValue = "30d")
    String keepCredentials;

    @Inject
    @ConfigProperty(name = "berth.keep.usage", defaultValue = "400d")
    String keepUsage;

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
                new CronJob.PurgeAnswers(), Durations.parse(purgeAnswers),
                new CronJob.PurgeCredentials(Durations.parse(keepCredentials)),
                        Durations.parse(purgeCredentials),
                new CronJob.PurgeUsage(Durations.parse(keepUsage)), Durations.parse(purgeUsage),
                new CronJob.UserAudit(), Durations.parse(userAudit));
    }
}
