package dev.berth.plugin.process;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names one process for all time: process ids are used again, also after a reboot.
 *
 * @param start when it started, in clock ticks since the boot
 * @param boot the id of that boot
 */
record ProcessIdentity(long pid, long start, String boot) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18}) (\\d{1,18}) (\\S+)");

    static Optional<ProcessIdentity> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        return matcher.matches()
                ? Optional.of(
                        new ProcessIdentity(
                                Long.parseLong(matcher.group(1)),
                                Long.parseLong(matcher.group(2)),
                                matcher.group(3)))
                : Optional.empty();
    }

    static String currentBoot() {
        return KernelSetting.BOOT.value().orElse("");
    }

    boolean ofThisBoot() {
        return boot.equals(currentBoot());
    }

    boolean alive() {
        return ofThisBoot()
                && ProcessTable.find(pid).filter(entry -> entry.start() == start).isPresent();
    }

    /** Returns whether the id now belongs to another process, so that nothing of ours is left. */
    boolean replaced() {
        return !ofThisBoot()
                || ProcessTable.find(pid).filter(entry -> entry.start() != start).isPresent();
    }

    @Override
    public String toString() {
        return pid + " " + start + " " + boot;
    }
}
