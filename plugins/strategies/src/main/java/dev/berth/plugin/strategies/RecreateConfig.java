package dev.berth.plugin.strategies;

import dev.berth.spi.Default;
import dev.berth.spi.Help;
import java.time.Duration;

/**
 * How {@code recreate} goes about it. While the previous release drains nobody serves, so that it
 * has less time than where two run side by side.
 */
public record RecreateConfig(
        @Help("how long requests in flight may go on before the previous release is stopped")
                @Default("5s")
                Duration drainTimeout) {

    public RecreateConfig {
        Checks.notNegative("drain-timeout", drainTimeout);
    }
}
