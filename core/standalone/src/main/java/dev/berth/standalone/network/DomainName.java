package dev.berth.standalone.network;

import dev.berth.standalone.console.ExitCode;
import dev.berth.standalone.console.LauncherException;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the names of workers end in. */
public final class DomainName {

    public static final String STANDARD = "localhost";

    private static final Pattern LABELS =
            Pattern.compile(
                    "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    // of the 253 that a name may have, the labels in front of it take up to 71: {worker_id}.worker.
    private static final int LONGEST = 182;
    private static final Pattern ADDRESS = Pattern.compile("(.*\\.)?[0-9]+");

    private DomainName() {}

    /**
     * Returns {@code name} in small letters.
     *
     * @param source who gave it
     * @throws LauncherException if it is no name of a domain
     */
    public static String checked(String name, String source) {
        String small = name.strip().toLowerCase(Locale.ROOT);
        if (small.length() > LONGEST
                || !LABELS.matcher(small).matches()
                || ADDRESS.matcher(small).matches()) {
            throw new LauncherException(
                    ExitCode.USAGE,
                    "cannot use the domain '%s' of %s: give a name of letters, digits, hyphens and dots such as example.org, no address and no port"
                            .formatted(name, source));
        }
        return small;
    }
}
