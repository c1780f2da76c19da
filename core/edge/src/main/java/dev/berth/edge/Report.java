package dev.berth.edge;

import dev.berth.spi.ReleaseId;
import java.util.Map;

/**
 * What is in force, and what went through it.
 *
 * @param revision the revision of the table in force
 * @param releases what was seen of each
 */
record Report(long revision, Map<ReleaseId, Seen> releases) {

    Report {
        releases = Map.copyOf(releases);
    }
}
