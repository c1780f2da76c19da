package dev.berth.standalone;

/** What the launcher's process ends with. */
final class ExitCode {

    static final int OK = 0;
    static final int FAILURE = 1;
    static final int USAGE = 2;
    static final int PREREQUISITE = 3;
    static final int ALREADY_RUNNING = 4;

    private ExitCode() {}
}
