package dev.berth.engine.operation;

/**
 * What became of a call that was waited for only so long.
 *
 * @param <T> what it returns
 */
public sealed interface Outcome<T> {

    /** It returned. */
    record Returned<T>(T value) implements Outcome<T> {}

    /** It threw. */
    record Threw<T>(Throwable cause) implements Outcome<T> {}

    /** It did not end in time, was interrupted, and may still go on. */
    record Late<T>() implements Outcome<T> {}

    /** The one who waited was interrupted, and so was the call; the interrupt is left set. */
    record Stopped<T>() implements Outcome<T> {}
}
