package dev.berth.engine;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Settles who owns an object that is delivered while its taker is about to give up. */
final class LateGuard {

    private sealed interface State {}

    private record Awaited() implements State {}

    private record Delivered(Object object) implements State {}

    private record GivenUp() implements State {}

    private final State awaited = new Awaited();
    private final AtomicReference<State> state = new AtomicReference<>(awaited);

    /** Delivers {@code object}; false where the taker has given up. */
    boolean delivers(Object object) {
        return state.compareAndSet(awaited, new Delivered(object));
    }

    /** Gives up; returns what was delivered before. */
    Optional<Object> giveUp() {
        state.compareAndSet(awaited, new GivenUp());
        return state.get() instanceof Delivered(Object object)
                ? Optional.of(object)
                : Optional.empty();
    }
}
