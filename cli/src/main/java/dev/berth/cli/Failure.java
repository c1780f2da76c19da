package dev.berth.cli;

/** The end of a command that could not do its work: what was attempted, why not, what to do. */
final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitStatus status;

    Failure(ExitStatus status, String message) {
        super(message);
        this.status = status;
    }

    Failure(ExitStatus status, String message, Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    ExitStatus status() {
        return status;
    }
}
