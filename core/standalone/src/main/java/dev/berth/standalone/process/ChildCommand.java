package dev.berth.standalone.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a child is started.
 *
 * @param environment what it gets besides the launcher's own
 */
public record ChildCommand(List<String> command, Map<String, String> environment) {

    private static final String SET_SESSION =
            "use POSIX; POSIX::setsid(); exec { $ARGV[0] } @ARGV or die";

    public ChildCommand {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /**
     * Returns the command in a session of its own, so that Ctrl-C reaches the launcher alone.
     * Neither way forks: the process id stays that of the child.
     */
    List<String> inOwnSession() {
        List<String> whole =
                new ArrayList<>(
                        Machine.isMac() ? List.of("perl", "-e", SET_SESSION) : List.of("setsid"));
        whole.addAll(command);
        return whole;
    }
}
