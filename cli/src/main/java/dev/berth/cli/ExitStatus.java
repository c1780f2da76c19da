package dev.berth.cli;

/** How a command ends; the numbers are a promise to scripts. */
enum ExitStatus {
    OK(0),
    FAILED(1),
    USAGE(2),
    UNREACHABLE(3),
    DENIED(4),
    NOT_FOUND(5),
    CONFLICT(6),
    INVALID(7);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
