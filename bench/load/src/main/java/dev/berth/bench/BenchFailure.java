package dev.berth.bench;

/** A run that could not be done; its figures count for nothing. */
final class BenchFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    BenchFailure(String message) {
        super(message);
    }

    BenchFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
