package dev.berth.cli;

import java.nio.file.Path;
import java.util.Optional;

/** Where address and token are kept: in the home of this machine's Berth, or as a context. */
sealed interface Place permits HomePlace, ContextPlace {

    /** What the home's place is called among the contexts. */
    String HOME = "default";

    String name();

    /** Returns the file that keeps it. */
    Path file();

    /** Returns what is kept there; empty where there is no such place yet. */
    Optional<Kept> find();

    void write(Kept kept);

    /** Returns why there is no address, and what to do. */
    Failure noAddress();
}
