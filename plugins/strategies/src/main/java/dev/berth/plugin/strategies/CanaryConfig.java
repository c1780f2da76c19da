package dev.berth.plugin.strategies;

import dev.berth.spi.Default;
import dev.berth.spi.DeployStrategy;
import dev.berth.spi.Help;
import dev.berth.spi.Rollout.Member;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How {@code canary} goes about it. */
public record CanaryConfig(
        @Help("the shares of the traffic that the new release gets one after another, in percent")
                @Default("10,50,100")
                List<Integer> shares,
        @Help("how long each share is looked at") @Default("10s") Duration watch,
        @Help("whether a developer has to promote each share") @Default("false") boolean manual,
        @Help(Words.READY_TIMEOUT) @Default("5m") Duration readyTimeout,
        @Help(Words.DRAIN_TIMEOUT) @Default("30s") Duration drainTimeout,
        @Help(Words.MIN_REQUESTS) @Default("10") int minRequests,
        @Help(Words.MAX_ERRORS) @Default("5") double maxErrors,
        @Help(Words.MAX_SLOWDOWN) @Default("2") double maxSlowdown,
        @Help(Words.LATENCY_SLACK) @Default("100ms") Duration latencySlack) {

    public CanaryConfig {
        shares = List.copyOf(shares);
        Checks.mustBe(
                areRising(shares), "shares must rise, from 1 or more to 100, such as '10,50,100'");
        Checks.notNegative("watch", watch);
        Checks.positive("ready-timeout", readyTimeout);
        Checks.notNegative("drain-timeout", drainTimeout);
        Allowance.check(minRequests, maxErrors, maxSlowdown, latencySlack);
    }

    DeployStrategy strategy() {
        return new SideBySide(
                new Rising(shares, Optional.of(watch).filter(_ -> !manual)),
                new Allowance(minRequests, maxErrors, maxSlowdown, latencySlack),
                readyTimeout,
                drainTimeout);
    }

    private static boolean areRising(List<Integer> shares) {
        int last = 0;
        for (int share : shares) {
            if (share <= last) {
                return false;
            }
            last = share;
        }
        return last == 100;
    }

    /** All instances, then one share after the other. */
    private record Rising(List<Integer> shares, Optional<Duration> watch) implements Course {

        @Override
        public String name() {
            return "canary";
        }

        @Override
        public int instances(Member candidate) {
            return candidate.replicas();
        }

        @Override
        public int share(Member candidate) {
            return candidate.wanted() < candidate.replicas()
                    ? 0
                    : shares.stream()
                            .filter(share -> share > candidate.weight())
                            .findFirst()
                            .orElse(100);
        }
    }
}
