package dev.berth.plugin.process;

import java.nio.file.Path;
import java.util.OptionalLong;

/** As whom the processes of a tenant run: as a user of its own, or as the one that runs Berth. */
record Account(OptionalLong user) {

    static final Account SHARED = new Account(OptionalLong.empty());

    static Account of(long user) {
        return new Account(OptionalLong.of(user));
    }

    /** Lets the user, and no other, pass through a directory of Berth's. Idempotent. */
    void admit(Path directory) {
        user.ifPresent(id -> Trees.admit(directory, (int) id));
    }

    /** Gives the user all of a directory, unless it has it. Idempotent. */
    void give(Path directory) {
        user.ifPresent(id -> Trees.give(directory, (int) id));
    }
}
