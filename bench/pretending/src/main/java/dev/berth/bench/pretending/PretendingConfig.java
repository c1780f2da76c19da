package dev.berth.bench.pretending;

import dev.berth.spi.Default;
import dev.berth.spi.Help;
import java.time.Duration;

/** What an operator may set. */
public record PretendingConfig(
        @Help("how long each call sleeps before it is done") @Default("0s") Duration pause) {}
