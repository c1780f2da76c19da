package dev.berth.plugin.strategies;

import dev.berth.spi.DeployStrategy;
import dev.berth.spi.PluginContext;
import dev.berth.testkit.StrategyTck;
import java.time.Duration;

class RecreateStrategyTckTest extends StrategyTck {

    @Override
    protected DeployStrategy create(PluginContext context) {
        return new RecreateStrategy(Duration.ofSeconds(30));
    }

    @Override
    protected boolean interrupts() {
        return true;
    }
}
