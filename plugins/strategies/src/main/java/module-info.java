/** How a new release takes over from the one before. */
module dev.berth.plugin.strategies {
    requires dev.berth.spi;

    provides dev.berth.spi.Plugin with
            dev.berth.plugin.strategies.StrategiesPlugin;
}
