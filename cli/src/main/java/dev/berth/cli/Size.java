package dev.berth.cli;

/** Writes a number of bytes for people. */
final class Size {

    private static final String[] UNITS = {"bytes", "KiB", "MiB", "GiB"};

    private Size() {}

    static String of(long bytes) {
        int unit = 0;
        long tenths = bytes * 10;
        while (tenths >= 10_240 && unit < UNITS.length - 1) {
            tenths = (tenths + 512) / 1024;
            unit++;
        }
        String whole = Long.toString(tenths / 10);
        return (unit == 0 ? whole : whole + "." + tenths % 10) + " " + UNITS[unit];
    }
}
