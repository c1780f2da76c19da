package dev.berth.standalone.console;

import static java.util.stream.Collectors.joining;

import java.io.Serial;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Ends the launcher with an exit code, and a message for the person who started it. */
public final class LauncherException extends RuntimeException {

    @Serial private static final long serialVersionUID = 1;

    private final int exitCode;

    public LauncherException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    public LauncherException(String message, Throwable cause) {
        super(message, cause);
        this.exitCode = ExitCode.FAILURE;
    }

    /** Throws with all {@code problems} that stand in the way of {@code what}; not for none. */
    public static void refuse(String what, List<String> problems) {
        if (!problems.isEmpty()) {
            throw new LauncherException(
                    ExitCode.FAILURE,
                    "%s:%n  %s"
                            .formatted(what, String.join(System.lineSeparator() + "  ", problems)));
        }
    }

    /** Returns what {@code failure} and all that caused it say. */
    public static String story(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .map(LauncherException::text)
                .distinct()
                .collect(joining(": "));
    }

    // an error of the JVM or of the system is often told by its type alone
    private static String text(Throwable failure) {
        return failure instanceof IllegalStateException
                        || failure instanceof UncheckedIOException
                        || failure instanceof SQLException
                        || failure instanceof LauncherException
                ? String.valueOf(failure.getMessage())
                : failure.toString();
    }

    public int exitCode() {
        return exitCode;
    }
}
