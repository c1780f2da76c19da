package dev.berth.standalone.process;

import dev.berth.standalone.console.ExitCode;
import dev.berth.standalone.console.LauncherException;
import java.util.Locale;

/** The machine that Berth runs on. */
public final class Machine {

    private static final int JAVA = 25;
    private static final String SYSTEM = System.getProperty("os.name");

    private Machine() {}

    public static boolean isMac() {
        return SYSTEM.toLowerCase(Locale.ROOT).contains("mac");
    }

    public static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    /**
     * Makes sure that Berth can run here.
     *
     * @throws LauncherException if it cannot
     */
    public static void check() {
        if (!SYSTEM.equals("Linux") && !isMac()) {
            throw new LauncherException(
                    ExitCode.PREREQUISITE,
                    "cannot run on '%s': Berth needs Linux or macOS".formatted(SYSTEM));
        }
        int feature = Runtime.version().feature();
        if (feature < JAVA) {
            throw new LauncherException(
                    ExitCode.PREREQUISITE,
                    "cannot run on Java %d: Berth needs JDK %d; set JAVA_HOME to one"
                            .formatted(feature, JAVA));
        }
    }
}
