package dev.berth.standalone;

import java.io.Serial;

/** Ends the launcher with an exit code, and a message for the person who started it. */
final class LauncherException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    private final int exitCode;

    LauncherException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    LauncherException(String message, Throwable cause) {
        super(message, cause);
        this.exitCode = ExitCode.FAILURE;
    }

    int exitCode() {
        return exitCode;
    }
}
