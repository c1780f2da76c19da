package dev.berth.plugin.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out whether this machine lets Berth give each tenant a user of its own. */
record IsolationCheck(Path directory, Optional<UserRange> users) {

    private static final String SHARED =
            "all workers run as the user that runs Berth, and can read each other's files: ";

    /** Tries what a start does, and says what came of it. */
    Isolation examine() {
        if (!Trees.owner(Path.of("/proc/self")).equals(0)) {
            return shared("NotRoot", "give each tenant a user of its own by running Berth as root");
        }
        if (users.isEmpty()) {
            return shared("SwitchedOff", "an operator has set 'users' to 'off'");
        }
        Optional<Path> cover = closed();
        return attempt(users.get(), cover)
                .<Isolation>map(problem -> shared("NotPossible", problem))
                .orElseGet(() -> new Isolation.PerTenant(users.get(), cover));
    }

    /** Returns the topmost directory above the runtime's that lets no other user through. */
    private Optional<Path> closed() {
        Optional<Path> closed = Optional.empty();
        for (Path above = directory.getParent(); above != null; above = above.getParent()) {
            if (!passable(above)) {
                closed = Optional.of(above);
            }
        }
        return closed;
    }

    private static boolean passable(Path path) {
        try {
            return Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_EXECUTE);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + path, failure);
        }
    }

    private static Optional<String> attempt(UserRange users, Optional<Path> cover) {
        List<String> command = new ArrayList<>();
        if (cover.isPresent()) {
            command.addAll(List.of("unshare", "--mount", "--propagation", "private"));
        }
        String user = Long.toString(users.last());
        command.addAll(List.of("setpriv", "--reuid=" + user, "--regid=" + user, "--clear-groups"));
        command.addAll(List.of("--no-new-privs", "--inh-caps=-all", "--", "/bin/true"));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            String said =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0
                    ? Optional.empty()
                    : Optional.of("'%s' failed: %s".formatted(command.getFirst(), said.strip()));
        } catch (IOException absent) {
            return Optional.of(
                    "cannot run '%s'; install the package util-linux"
                            .formatted(command.getFirst()));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.of("Berth was stopped while it was tried");
        }
    }

    private static Isolation shared(String reason, String why) {
        return new Isolation.Shared(reason, SHARED + why);
    }
}
