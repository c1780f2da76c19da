package dev.berth.standalone.process;

import dev.berth.standalone.home.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one process for all time, since process ids are used again.
 *
 * @param start in clock ticks since the boot; in milliseconds since 1970 where there is no /proc
 * @param boot the id of that boot
 */
public record Identity(long pid, long start, String boot) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18}) (\\d{1,18}) (\\S+)\\s*");
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    private static final String NO_BOOT = "-";
    // of /proc/PID/stat, counted from behind the command's closing parenthesis
    private static final int STATE = 0;
    private static final int START = 19;

    /** Returns the identity of process {@code pid}, unless it is gone. */
    public static Optional<Identity> of(long pid) {
        return Files.exists(BOOT) ? fromProc(pid) : fromHandle(pid);
    }

    public static Optional<Identity> read(Path file) {
        try {
            Matcher matcher = TEXT.matcher(Files.readString(file));
            return matcher.matches()
                    ? Optional.of(
                            new Identity(
                                    Long.parseLong(matcher.group(1)),
                                    Long.parseLong(matcher.group(2)),
                                    matcher.group(3)))
                    : Optional.empty();
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    public void write(Path file) {
        PrivateFile.write(file, "%d %d %s%n".formatted(pid, start, boot));
    }

    /** Returns the process if it is this very one and lives. */
    public Optional<ProcessHandle> process() {
        return of(pid).filter(this::equals).flatMap(_ -> ProcessHandle.of(pid));
    }

    private static Optional<Identity> fromProc(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return fields[STATE].equals("Z")
                    ? Optional.empty()
                    : Optional.of(
                            new Identity(
                                    pid,
                                    Long.parseLong(fields[START]),
                                    Files.readString(BOOT).strip()));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static Optional<Identity> fromHandle(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().startInstant())
                .map(start -> new Identity(pid, start.toEpochMilli(), NO_BOOT));
    }
}
