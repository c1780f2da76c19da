package dev.berth.plugin.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** How a program ended: a code over 128 stands for a signal, as in a shell. */
record Exit(int code, Instant start, Instant end) {

    private static final Map<Integer, String> SIGNALS =
            Map.of(
                    1, "SIGHUP", 2, "SIGINT", 3, "SIGQUIT", 4, "SIGILL", 6, "SIGABRT", 7, "SIGBUS",
                    8, "SIGFPE", 9, "SIGKILL", 11, "SIGSEGV", 15, "SIGTERM");

    Duration ran() {
        return Duration.between(start, end);
    }

    @Override
    public String toString() {
        int signal = code - 128;
        String how =
                SIGNALS.containsKey(signal)
                        ? "was ended by signal " + signal + " (" + SIGNALS.get(signal) + ")"
                        : "exited with code " + code;
        return how + " " + seconds(ran()) + " after its start";
    }

    static String seconds(Duration duration) {
        double seconds = duration.toMillis() / 1000.0;
        return seconds < 10
                ? String.format(Locale.ROOT, "%.1f s", seconds)
                : String.format(Locale.ROOT, "%.0f s", seconds);
    }
}
