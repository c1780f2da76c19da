package dev.berth.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * How long a process and those that it started have been on a core, those that have ended meanwhile
 * included: unlike the time of day, hardly disturbed by what else the machine does.
 */
record CpuClock(ProcessHandle process) {

    private static final int FIRST_FIELD = 3;
    private static final int OWN_USER = 14;
    private static final int ENDED_CHILDREN_SYSTEM = 17;
    // USER_HZ, which is 100 wherever Linux runs
    private static final Duration TICK = Duration.ofMillis(10);

    Duration now() {
        long ticks =
                Stream.concat(Stream.of(process), process.descendants())
                        .mapToLong(CpuClock::ticks)
                        .sum();
        return TICK.multipliedBy(ticks);
    }

    /** Own time and that of children who have ended: fields 14 to 17 of proc_pid_stat(5). */
    private static long ticks(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Stream.of(fields)
                    .skip(OWN_USER - FIRST_FIELD)
                    .limit(ENDED_CHILDREN_SYSTEM - OWN_USER + 1)
                    .mapToLong(Long::parseLong)
                    .sum();
        } catch (IOException ended) {
            return 0;
        }
    }
}
