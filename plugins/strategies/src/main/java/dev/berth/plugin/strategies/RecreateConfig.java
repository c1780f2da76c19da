package dev.berth.plugin.strategies;

import dev.berth.spi.Default;
import dev.berth.spi.Help;
import java.time.Duration;

/** How {@code recreate} goes about it. */
public record RecreateConfig(
        @Help("how long requests in flight may go on before the previous release is stopped")
                @Default("30s")
                Duration drainTimeout) {

    public RecreateConfig {
        Checks.notNegative("drain-timeout", drainTimeout);
    }
}
