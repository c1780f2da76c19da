package dev.berth.work.worker;

import dev.berth.model.WorkerId;
import dev.berth.spi.Route;
import java.util.List;

/** Which releases share the traffic of a worker. */
public record WorkerRoute(WorkerId worker, List<Route.Target> targets) {

    public WorkerRoute {
        targets = List.copyOf(targets);
    }
}
