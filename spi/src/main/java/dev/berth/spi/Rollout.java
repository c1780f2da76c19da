package dev.berth.spi;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a rollout stands.
 *
 * @param now the time
 * @param step the step that was taken last; empty at the beginning
 * @param since when that step was first taken
 * @param candidate the release that is to take over
 * @param previous the release that served before; empty for a first one
 * @param exclusive whether the two may not run at once, because a volume allows one at a time
 */
public record Rollout(
        Instant now,
        Optional<Step> step,
        Instant since,
        Member candidate,
        Optional<Member> previous,
        boolean exclusive) {

    /**
     * A release in a rollout.
     *
     * @param release the release
     * @param replicas how many instances the developer wants of it in the end
     * @param wanted how many it is scaled to now
     * @param ready how many of them are ready
     * @param weight its share of the traffic now, in percent
     * @param traffic what the router saw of it
     * @param failure why it will not become ready; empty while it may
     */
    public record Member(
            ReleaseId release,
            int replicas,
            int wanted,
            int ready,
            int weight,
            Traffic traffic,
            Optional<String> failure) {}
}
