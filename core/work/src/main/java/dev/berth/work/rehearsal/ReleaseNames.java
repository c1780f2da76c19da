package dev.berth.work.rehearsal;

import dev.berth.spi.ReleaseId;
import dev.berth.work.worker.ReleaseFacts;
import dev.berth.work.worker.WorkerFacts;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * What the releases of a worker are called in a plan.
 *
 * @param next the number of the one that takes over
 * @param previous the number of the one that served before; empty for none
 * @param versions the versions by the numbers of their releases
 */
record ReleaseNames(long next, OptionalLong previous, Map<Long, Long> versions) {

    static ReleaseNames of(WorkerFacts facts) {
        return new ReleaseNames(
                facts.worker().release().orElseThrow(),
                facts.serving(),
                facts.releases().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        ReleaseFacts::number, release -> release.version().id())));
    }

    OptionalLong previousVersion() {
        return previous.stream().filter(versions::containsKey).map(versions::get).findAny();
    }

    String name(ReleaseId release) {
        if (release.number() == next) {
            return "the new release";
        }
        return previous.equals(OptionalLong.of(release.number()))
                ? "the previous release"
                : "the release of version " + versions.get(release.number());
    }
}
