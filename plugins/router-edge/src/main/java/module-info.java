/** Pushes the route table to the edge. */
module dev.berth.plugin.edge {
    requires com.fasterxml.jackson.databind;
    requires dev.berth.spi;
    requires java.net.http;

    provides dev.berth.spi.Plugin with
            dev.berth.plugin.edge.EdgePlugin;
}
