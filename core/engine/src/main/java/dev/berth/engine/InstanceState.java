package dev.berth.engine;

import java.time.Instant;

/** Whether an instance can be used. */
public sealed interface InstanceState {

    /** It can. */
    record Active() implements InstanceState {}

    /** Not yet: it is made when it is asked for after {@code retryAfter}. */
    record Waiting(String message, Instant retryAfter) implements InstanceState {}

    /** Not before an operator acts and the engine starts again. */
    record Failed(String message) implements InstanceState {}

    /** The engine is closed. */
    record Closed() implements InstanceState {}
}
