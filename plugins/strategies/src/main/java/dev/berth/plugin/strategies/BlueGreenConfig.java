package dev.berth.plugin.strategies;

import dev.berth.spi.Default;
import dev.berth.spi.DeployStrategy;
import dev.berth.spi.Help;
import dev.berth.spi.Rollout.Member;
import java.time.Duration;
import java.util.Optional;

/** How {@code blue-green} goes about it. */
public record BlueGreenConfig(
        @Help("how long the new release is looked at with all of the traffic") @Default("10s")
                Duration watch,
        @Help(Words.READY_TIMEOUT) @Default("5m") Duration readyTimeout,
        @Help(Words.DRAIN_TIMEOUT) @Default("30s") Duration drainTimeout,
        @Help(Words.MIN_REQUESTS) @Default("10") int minRequests,
        @Help(Words.MAX_ERRORS) @Default("5") double maxErrors,
        @Help(Words.MAX_SLOWDOWN) @Default("2") double maxSlowdown,
        @Help(Words.LATENCY_SLACK) @Default("100ms") Duration latencySlack) {

    public BlueGreenConfig {
        Checks.notNegative("watch", watch);
        Checks.positive("ready-timeout", readyTimeout);
        Checks.notNegative("drain-timeout", drainTimeout);
        Allowance.check(minRequests, maxErrors, maxSlowdown, latencySlack);
    }

    DeployStrategy strategy() {
        return new SideBySide(
                new AllAtOnce(watch),
                new Allowance(minRequests, maxErrors, maxSlowdown, latencySlack),
                readyTimeout,
                drainTimeout);
    }

    /** All instances, then all of the traffic. */
    private record AllAtOnce(Duration window) implements Course {

        @Override
        public String name() {
            return "blue-green";
        }

        @Override
        public int instances(Member candidate) {
            return candidate.replicas();
        }

        @Override
        public int share(Member candidate) {
            return candidate.wanted() == candidate.replicas() ? 100 : 0;
        }

        @Override
        public Optional<Duration> watch() {
            return Optional.of(window);
        }
    }
}
