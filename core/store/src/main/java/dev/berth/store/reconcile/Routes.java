package dev.berth.store.reconcile;

import dev.berth.model.WorkerId;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.Route;
import dev.berth.store.sql.Sql;
import dev.berth.work.worker.WorkerRoute;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads who shares the traffic of each worker. */
final class Routes {

    private Routes() {}

    /** A worker with one of the targets that it may have. */
    private record Share(String worker, Optional<Route.Target> target) {}

    static List<WorkerRoute> read(Sql sql) {
        Map<String, List<Share>> shares =
                sql.query(RecordStatements.ROUTES, Routes::share).stream()
                        .collect(
                                Collectors.groupingBy(
                                        Share::worker, TreeMap::new, Collectors.toList()));
        return shares.entrySet().stream()
                .map(entry -> route(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static WorkerRoute route(String worker, List<Share> shares) {
        return new WorkerRoute(
                new WorkerId(worker),
                shares.stream().flatMap(share -> share.target().stream()).toList());
    }

    private static Share share(ResultSet row) throws SQLException {
        String worker = row.getString("worker");
        String endpoints = row.getString("endpoints");
        if (endpoints == null) {
            return new Share(worker, Optional.empty());
        }
        ReleaseId release = new ReleaseId(worker, row.getLong("release_id"));
        return new Share(
                worker,
                Optional.of(
                        new Route.Target(
                                release, row.getInt("weight"), EndpointsJson.read(endpoints))));
    }
}
