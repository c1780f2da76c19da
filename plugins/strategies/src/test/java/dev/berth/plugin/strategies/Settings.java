package dev.berth.plugin.strategies;

import java.time.Duration;
import java.util.List;

/** The settings that an operator gets who sets none. */
final class Settings {

    private static final Duration READY = Duration.ofMinutes(5);
    private static final Duration DRAIN = Duration.ofSeconds(30);
    private static final Duration SLACK = Duration.ofMillis(100);

    private Settings() {}

    static RollingConfig rolling() {
        return new RollingConfig(1, Duration.ofSeconds(2), READY, DRAIN, 10, 5, 2, SLACK);
    }

    static BlueGreenConfig blueGreen() {
        return new BlueGreenConfig(Duration.ofSeconds(10), READY, DRAIN, 10, 5, 2, SLACK);
    }

    static CanaryConfig canary() {
        return canary(false);
    }

    static CanaryConfig canary(boolean manual) {
        return new CanaryConfig(
                List.of(10, 50, 100),
                Duration.ofSeconds(10),
                manual,
                READY,
                DRAIN,
                10,
                5,
                2,
                SLACK);
    }
}
