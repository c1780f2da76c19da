package dev.berth.inner;

import dev.berth.spi.OperationContext;
import dev.berth.spi.RouteReport;
import dev.berth.spi.RouteTable;
import dev.berth.spi.Router;

/** A router whose calls are bounded. */
record BoundedRouter(String name, Router router, BoundedCalls calls) implements Router {

    @Override
    public RouteReport apply(RouteTable table, OperationContext context) {
        return calls.call("router/" + name, context, running -> router.apply(table, running));
    }

    @Override
    public void close() {
        router.close();
    }
}
