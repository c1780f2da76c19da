package dev.berth.bench;

import java.time.Duration;
import java.util.stream.Stream;

/**
 * How long a process and those that it started have been on a core: unlike the time of day, hardly
 * disturbed by what else the machine does.
 */
record CpuClock(ProcessHandle process) {

    Duration now() {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }
}
