package dev.berth.plugin.strategies;

import dev.berth.spi.Rollout.Member;
import java.time.Duration;
import java.util.Optional;

/** In which portions a candidate takes over while the previous release goes on beside it. */
interface Course {

    /** Returns the name by which people know it. */
    String name();

    /** Returns how many instances to want next, of a candidate whose instances are all ready. */
    int instances(Member candidate);

    /** Returns the share of the traffic that the candidate may have now, in percent. */
    int share(Member candidate);

    /** Returns how long each share is looked at; empty until a developer says to go on. */
    Optional<Duration> watch();
}
