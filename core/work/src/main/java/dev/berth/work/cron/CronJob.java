package dev.berth.work.cron;

import java.time.Duration;

/** A duty of the clock. Each is done in one transaction, so that it is done whole or not at all. */
public sealed interface CronJob {

    /** Returns its name, as settings and metrics have it. */
    String name();

    /** Removes tasks that ended longer ago than {@code keep}, with their attempts. */
    record PurgeTasks(Duration keep) implements CronJob {
        @Override
        public String name() {
            return "purge-tasks";
        }
    }

    /** Removes attempts that ended longer ago than {@code keep}, of tasks that go on as well. */
    record PurgeAttempts(Duration keep) implements CronJob {
        @Override
        public String name() {
            return "purge-attempts";
        }
    }

    /** Removes events older than {@code keep}, told or not; records of failed tasks stay. */
    record PurgeEvents(Duration keep) implements CronJob {
        @Override
        public String name() {
            return "purge-events";
        }
    }

    /** Removes events that were told longer ago than {@code keep}: nobody resumes from them. */
    record PurgeTold(Duration keep) implements CronJob {
        @Override
        public String name() {
            return "purge-told-events";
        }
    }

    /** Removes entries of the audit log older than {@code keep}, and never younger than a week. */
    record PurgeAudit(Duration keep) implements CronJob {
        @Override
        public String name() {
            return "purge-audit";
        }
    }

    /**
     * Removes signatures of requests that nobody accepts any more: their time may be five minutes
     * off, either way, by clocks that need not agree.
     */
    record PurgeSignatures() implements CronJob {

        /** How long they are kept. */
        public static final Duration KEEP = Duration.ofHours(1);

        @Override
        public String name() {
            return "purge-signatures";
        }
    }

    /** Removes what was answered to requests that have one effect. */
    record PurgeAnswers() implements CronJob {

        /** How long they are kept. */
        public static final Duration KEEP = Duration.ofHours(24);

        @Override
        public String name() {
            return "purge-answers";
        }
    }

    /**
     * Removes tokens and sessions that ended longer ago than {@code keep}, and invitations; codes
     * that were mailed and counted attempts a day after they are over. Never younger than a day.
     */
    record PurgeCredentials(Duration keep) implements CronJob {
        @Override
        public String name() {
            return "purge-credentials";
        }
    }

    /** Removes reports of what resources used in spans that ended longer ago than {@code keep}. */
    record PurgeUsage(Duration keep) implements CronJob {
        @Override
        public String name() {
            return "purge-usage";
        }
    }

    /** Has each user looked at, by a task of his own. */
    record UserAudit() implements CronJob {
        @Override
        public String name() {
            return "user-audit";
        }
    }
}
