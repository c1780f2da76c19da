package dev.berth.plugin.process;

import dev.berth.spi.Condition;
import java.nio.file.Path;
import java.util.Optional;

/** How the processes of one tenant are kept from those of another. */
sealed interface Isolation {

    /** They are not: all run as the user that runs Berth. */
    record Shared(String reason, String message) implements Isolation {

        @Override
        public Condition condition() {
            return new Condition("Isolated", false, reason, message);
        }
    }

    /**
     * Each tenant's run as a user of its own.
     *
     * @param cover the directory that lets no other user through, and is covered therefore
     */
    record PerTenant(UserRange users, Optional<Path> cover) implements Isolation {

        @Override
        public Condition condition() {
            return new Condition(
                    "Isolated",
                    true,
                    "OwnUser",
                    "the processes of each tenant run as a user of its own");
        }
    }

    /** Returns what a developer is told. */
    Condition condition();
}
