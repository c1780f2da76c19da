package dev.berth.plugin.strategies;

import java.time.Duration;

/** What the settings that several strategies have may be. */
final class Checks {

    private Checks() {}

    static void notNegative(String key, Duration value) {
        mustBe(!value.isNegative(), key + " must not be negative");
    }

    static void positive(String key, Duration value) {
        mustBe(value.isPositive(), key + " must be positive");
    }

    static void mustBe(boolean right, String message) {
        if (!right) {
            throw new IllegalArgumentException(message);
        }
    }
}
