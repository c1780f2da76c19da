package dev.berth.spi;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a rollout stands.
 *
 * @param now the time
 * @param step the step that was taken last; empty at the beginning
 * @param since when that step was first taken; a wait with another phrase is the same wait
 * @param shifted since when the shares of the traffic are what they are
 * @param candidate the release that is to take over
 * @param previous the release that served before; empty for a first one
 * @param exclusive whether the two may not run at once, because a volume allows one at a time
 * @param promoted whether a developer wants to go on now, before its time; true until the next
 *     {@link Step.Shift} or the end
 */
public record Rollout(
        Instant now,
        Optional<Step> step,
        Instant since,
        Instant shifted,
        Member candidate,
        Optional<Member> previous,
        boolean exclusive,
        boolean promoted) {

    /**
     * A release in a rollout.
     *
     * @param release the release
     * @param replicas how many instances the developer wants of it in the end
     * @param wanted how many it is scaled to now
     * @param ready how many of them are ready
     * @param weight its share of the traffic now, in percent
     * @param before what the router had seen of it when the shares were last changed
     * @param traffic what the router has seen of it by now
     * @param failure why it will not become ready; empty while it may
     */
    public record Member(
            ReleaseId release,
            int replicas,
            int wanted,
            int ready,
            int weight,
            Traffic before,
            Traffic traffic,
            Optional<String> failure) {

        /** Returns what the router has seen of it since the shares were last changed. */
        public Traffic recent() {
            return traffic.since(before);
        }
    }
}
