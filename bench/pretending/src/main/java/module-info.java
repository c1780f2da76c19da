/**
 * Adds the runtime {@code pretending}: nothing runs, and each call may take as long as it is told.
 */
module dev.berth.bench.pretending {
    requires dev.berth.spi;
    requires dev.berth.testkit;

    provides dev.berth.spi.Plugin with
            dev.berth.bench.pretending.PretendingPlugin;
}
