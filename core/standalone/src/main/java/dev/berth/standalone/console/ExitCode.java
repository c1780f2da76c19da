package dev.berth.standalone.console;

/** What the launcher's process ends with. */
public final class ExitCode {

    public static final int OK = 0;
    public static final int FAILURE = 1;
    public static final int USAGE = 2;
    public static final int PREREQUISITE = 3;
    public static final int ALREADY_RUNNING = 4;

    private ExitCode() {}
}
