package dev.berth.work.worker;

import dev.berth.model.Configuration;
import dev.berth.model.Version;
import dev.berth.model.VersionStatus;
import dev.berth.model.WorkerId;
import dev.berth.spi.Endpoint;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.Route;
import dev.berth.spi.Traffic;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What Inner knows of one release.
 *
 * @param number its number
 * @param version the version that it runs
 * @param versionStatus what has become of that version
 * @param configuration its variables and secrets
 * @param wanted how many instances are wanted now
 * @param weight its share of the traffic, in percent
 * @param idleSince when it lost its share; empty while it has one, and where it never had one
 * @param before what the router had seen of it when the shares were last changed
 * @param endpoints where its ready instances answer
 * @param failure why it will not become ready; empty while it may
 */
public record ReleaseFacts(
        long number,
        Version version,
        VersionStatus versionStatus,
        Configuration configuration,
        int wanted,
        int weight,
        Optional<Instant> idleSince,
        Traffic before,
        List<Endpoint> endpoints,
        Optional<String> failure) {

    public ReleaseFacts {
        endpoints = List.copyOf(endpoints);
    }

    Route.Target target(WorkerId worker) {
        return new Route.Target(new ReleaseId(worker.value(), number), weight, endpoints);
    }
}
