package dev.berth.plugin.strategies;

import dev.berth.spi.DeployStrategy;
import dev.berth.spi.PluginContext;
import dev.berth.testkit.StrategyTck;

class RollingStrategyTckTest extends StrategyTck {

    @Override
    protected DeployStrategy create(PluginContext context) {
        return Settings.rolling().strategy();
    }

    @Override
    protected boolean interrupts() {
        return false;
    }
}
