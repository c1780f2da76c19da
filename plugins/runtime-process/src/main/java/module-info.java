/** Runs workers as processes of this machine. */
module dev.berth.plugin.process {
    requires transitive dev.berth.spi;
    requires org.apache.commons.compress;

    exports dev.berth.plugin.process;

    provides dev.berth.spi.Plugin with
            dev.berth.plugin.process.ProcessPlugin;
}
