package dev.berth.intent.worker;

import dev.berth.model.Refusal;
import dev.berth.model.Worker;
import java.util.Optional;
import java.util.Set;

/**
 * How a worker must be for a change to be made.
 *
 * @param generations at one of these generations; empty for any
 */
public record Expectation(Optional<Set<Long>> generations) {

    /** It may be in any way. */
    public static final Expectation ANY = new Expectation(Optional.empty());

    public Expectation {
        generations = generations.map(Set::copyOf);
    }

    /** Returns that it must be at one of {@code generations}. */
    public static Expectation of(Set<Long> generations) {
        return new Expectation(Optional.of(generations));
    }

    void check(Worker worker) {
        if (generations.isPresent() && !generations.get().contains(worker.generation())) {
            throw Refusal.of(
                    Refusal.Kind.STALE,
                    "cannot change worker '%s': it was changed meanwhile, and is at generation %d; read it again"
                            .formatted(worker.id(), worker.generation()));
        }
    }
}
