package dev.berth.intent.worker;

import dev.berth.model.Paged;
import java.util.ArrayList;
import java.util.List;

/**
 * A version in the history of its worker.
 *
 * @param seen the version and what has become of it
 * @param changed what differs from the version before it; empty for the first one
 */
public record VersionEntry(SeenVersion seen, List<String> changed) {

    public VersionEntry {
        changed = List.copyOf(changed);
    }

    /** Returns the first {@code limit} of versions, newest first, of which there is one more. */
    static Paged<VersionEntry> history(Paged<SeenVersion> versions, int limit) {
        List<SeenVersion> seen = versions.items();
        List<VersionEntry> entries = new ArrayList<>();
        for (int index = 0; index < Math.min(limit, seen.size()); index++) {
            SeenVersion one = seen.get(index);
            List<String> changed =
                    index + 1 < seen.size()
                            ? one.version().changesSince(seen.get(index + 1).version())
                            : List.of();
            entries.add(new VersionEntry(one, changed));
        }
        return new Paged<>(entries, versions.total());
    }
}
