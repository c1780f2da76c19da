package dev.berth.spi;

import java.time.Duration;
import java.util.List;

/** What a runtime found and did. */
public sealed interface ReleaseState {

    /**
     * As many instances as wanted are ready.
     *
     * @param endpoints where they answer; one per ready instance
     * @param replicas how many are ready
     * @param conditions what else is worth knowing
     */
    record Ready(List<Endpoint> endpoints, int replicas, List<Condition> conditions)
            implements ReleaseState {
        public Ready {
            endpoints = List.copyOf(endpoints);
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * Work goes on; not a failure.
     *
     * @param phrase what is awaited
     * @param callAgainAfter when to reconcile again
     * @param endpoints where those instances answer that are ready already
     */
    record InProgress(String phrase, Duration callAgainAfter, List<Endpoint> endpoints)
            implements ReleaseState {
        public InProgress {
            endpoints = List.copyOf(endpoints);
        }
    }

    /**
     * It will not become ready as it is: the program exits, never listens, cannot be started.
     *
     * @param reasons why, each for the developer who deployed it; at least one
     */
    record Rejected(List<String> reasons) implements ReleaseState {
        public Rejected {
            reasons = List.copyOf(reasons);
            if (reasons.isEmpty()) {
                throw new IllegalArgumentException("a rejection has a reason");
            }
        }
    }

    /** Nothing of it is left. */
    record Gone() implements ReleaseState {}
}
