package dev.berth.cli;

import java.time.Duration;
import picocli.CommandLine.Option;

/** Whether, and how long, a command waits for what it set going. */
final class WaitOptions {

    @Option(names = "--no-wait", description = "Do not wait until it is done.")
    private boolean hurried;

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            defaultValue = "5m",
            converter = DurationText.class,
            description = "How long to wait (default ${DEFAULT-VALUE}).")
    private Duration timeout;

    boolean waits() {
        return !hurried;
    }

    Duration timeout() {
        return timeout;
    }
}
