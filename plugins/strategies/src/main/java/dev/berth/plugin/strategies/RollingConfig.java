package dev.berth.plugin.strategies;

import dev.berth.spi.Default;
import dev.berth.spi.DeployStrategy;
import dev.berth.spi.Help;
import dev.berth.spi.Rollout.Member;
import java.time.Duration;
import java.util.Optional;

/** How {@code rolling} goes about it. */
public record RollingConfig(
        @Help("how many instances of the new release are started at a time") @Default("1")
                int maxSurge,
        @Help("how long the new release is looked at before more of it is started") @Default("2s")
                Duration watch,
        @Help(Words.READY_TIMEOUT) @Default("5m") Duration readyTimeout,
        @Help(Words.DRAIN_TIMEOUT) @Default("30s") Duration drainTimeout,
        @Help(Words.MIN_REQUESTS) @Default("10") int minRequests,
        @Help(Words.MAX_ERRORS) @Default("5") double maxErrors,
        @Help(Words.MAX_SLOWDOWN) @Default("2") double maxSlowdown,
        @Help(Words.LATENCY_SLACK) @Default("100ms") Duration latencySlack) {

    public RollingConfig {
        Checks.mustBe(maxSurge >= 1, "max-surge must be at least 1");
        Checks.notNegative("watch", watch);
        Checks.positive("ready-timeout", readyTimeout);
        Checks.notNegative("drain-timeout", drainTimeout);
        Allowance.check(minRequests, maxErrors, maxSlowdown, latencySlack);
    }

    DeployStrategy strategy() {
        return new SideBySide(
                new Rolling(maxSurge, watch),
                new Allowance(minRequests, maxErrors, maxSlowdown, latencySlack),
                readyTimeout,
                drainTimeout);
    }

    /** The share follows the instances that are ready. */
    private record Rolling(int surge, Duration pause) implements Course {

        @Override
        public String name() {
            return "rolling";
        }

        @Override
        public int instances(Member candidate) {
            return Math.min(candidate.replicas(), candidate.wanted() + surge);
        }

        @Override
        public int share(Member candidate) {
            return Math.min(100, 100 * candidate.ready() / Math.max(1, candidate.replicas()));
        }

        @Override
        public Optional<Duration> watch() {
            return Optional.of(pause);
        }
    }
}
