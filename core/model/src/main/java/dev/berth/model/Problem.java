package dev.berth.model;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer where, as a JSON pointer (RFC 6901) into the body; empty for the whole
 * @param message what, and what to do
 */
public record Problem(String pointer, String message) {

    /** Returns the problem under {@code prefix}, a JSON pointer. */
    public Problem below(String prefix) {
        return new Problem(prefix + pointer, message);
    }

    @Override
    public String toString() {
        return pointer.isEmpty() ? message : pointer + ": " + message;
    }
}
