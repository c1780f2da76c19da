package dev.berth.plugin.process;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a program ended: a code over 128 stands for a signal, as in a shell.
 *
 * @param cause which limits it met, where it met one
 */
record Exit(int code, Instant start, Instant end, Optional<String> cause) {

    private static final List<String> SIGNALS =
            List.of(
                    "HUP", "INT", "QUIT", "ILL", "TRAP", "ABRT", "BUS", "FPE", "KILL", "USR1",
                    "SEGV", "USR2", "PIPE", "ALRM", "TERM", "STKFLT", "CHLD", "CONT", "STOP",
                    "TSTP", "TTIN", "TTOU", "URG", "XCPU", "XFSZ", "VTALRM", "PROF", "WINCH", "IO",
                    "PWR", "SYS");

    Duration ran() {
        return Duration.between(start, end);
    }

    @Override
    public String toString() {
        int signal = code - 128;
        String how =
                signal >= 1 && signal <= SIGNALS.size()
                        ? "was ended by signal " + signal + " (SIG" + SIGNALS.get(signal - 1) + ")"
                        : "exited with code " + code;
        String why = cause.map(limit -> ": " + limit).orElse("");
        return how + " " + seconds(ran()) + " after its start" + why;
    }

    static String seconds(Duration duration) {
        double seconds = duration.toMillis() / 1000.0;
        return seconds < 10
                ? String.format(Locale.ROOT, "%.1f s", seconds)
                : String.format(Locale.ROOT, "%.0f s", seconds);
    }
}
