package dev.berth.work.worker;

import static java.util.stream.Collectors.toMap;

import dev.berth.model.Worker;
import dev.berth.model.WorkerStatus;
import dev.berth.spi.Route;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Everything that Inner knows of one worker.
 *
 * @param worker what is wanted
 * @param status what has become of it
 * @param rollout how far it is that a release takes over
 * @param serving the release that has, or had last, the traffic
 * @param warm the release that served before that, while it is kept
 * @param lookAt when to look at the worker again though nothing more is wanted
 * @param releases the wanted release and every one that may still have instances, oldest first
 */
public record WorkerFacts(
        Worker worker,
        WorkerStatus status,
        RolloutFacts rollout,
        OptionalLong serving,
        Optional<Warm> warm,
        Optional<Instant> lookAt,
        List<ReleaseFacts> releases) {

    public WorkerFacts {
        releases = List.copyOf(releases);
    }

    /** Returns the shares of the traffic, by release. */
    public Map<Long, Integer> shares() {
        return releases.stream()
                .filter(release -> release.weight() > 0)
                .collect(toMap(ReleaseFacts::number, ReleaseFacts::weight));
    }

    /** Returns what a router has to know of the worker. */
    public List<Route.Target> targets() {
        return releases.stream()
                .filter(release -> release.weight() > 0)
                .map(release -> release.target(worker.id()))
                .toList();
    }
}
