package dev.berth.intent.source;

/**
 * How large a source may be.
 *
 * @param packed bytes of the archive
 * @param unpacked bytes of what it unpacks to, the archive's own headers included
 * @param entries files and directories in it
 */
record ArchiveLimits(long packed, long unpacked, int entries) {

    private static final long MIB = 1024 * 1024;

    /** What the contract says. */
    static final ArchiveLimits CONTRACT = new ArchiveLimits(64 * MIB, 512 * MIB, 20_000);

    /** Returns {@code bytes} for a person. */
    static String shown(long bytes) {
        return bytes % MIB == 0 ? bytes / MIB + " MiB" : bytes + " bytes";
    }
}
