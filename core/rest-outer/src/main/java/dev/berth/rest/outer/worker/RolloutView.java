package dev.berth.rest.outer.worker;

import dev.berth.intent.worker.SeenRollout;
import dev.berth.intent.worker.WorkerDetails;
import dev.berth.model.Worker;
import java.time.Instant;
import java.util.Optional;

/**
 * How far it is that a release takes over, as a client sees it.
 *
 * @param release the release that takes over
 * @param step the step in force, in a word
 * @param phrase the step in force, for a person
 * @param since when that step was first taken
 * @param sharesSince since when the shares of the traffic are what they are
 */
public record RolloutView(
        long release, String step, String phrase, Instant since, Optional<Instant> sharesSince) {

    static Optional<RolloutView> of(WorkerDetails details) {
        Worker worker = details.seen().worker();
        SeenRollout seen = details.rollout();
        return seen.step()
                .filter(_ -> seen.number() == worker.rollout())
                .map(
                        step ->
                                new RolloutView(
                                        worker.release().orElseThrow(),
                                        step,
                                        seen.phrase(),
                                        seen.since(),
                                        seen.shifted()));
    }
}
