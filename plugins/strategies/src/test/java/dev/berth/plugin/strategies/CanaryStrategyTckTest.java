package dev.berth.plugin.strategies;

import dev.berth.spi.DeployStrategy;
import dev.berth.spi.PluginContext;
import dev.berth.testkit.StrategyTck;

class CanaryStrategyTckTest extends StrategyTck {

    @Override
    protected DeployStrategy create(PluginContext context) {
        return Settings.canary().strategy();
    }

    @Override
    protected boolean interrupts() {
        return false;
    }
}
