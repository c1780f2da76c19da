package dev.berth.plugin.process;

import static dev.berth.spi.PluginException.Kind.CONFLICT;

import dev.berth.spi.OperationContext;
import dev.berth.spi.PluginException;
import dev.berth.spi.ReleaseId;
import java.nio.file.Path;
import java.util.LinkedHashMap;

/**
 * Keeps out every attempt at a release that a later one has overtaken. What a deleted release
 * leaves is in memory: a machine has one Inner, whose threads end with it, so that no attempt that
 * could come late outlives this object.
 */
final class Fences {

    private final Path directory;
    private final int kept;
    private final LinkedHashMap<ReleaseId, Long> deleted = new LinkedHashMap<>();

    /** Creates them; remembers the last {@code kept} deletions. */
    Fences(Path directory, int kept) {
        this.directory = Trees.create(directory);
        this.kept = kept;
    }

    /** Waits until no other attempt is at work on the release; refuses one that is overtaken. */
    Fence enter(ReleaseId id, OperationContext context) {
        Fence fence = Fence.enter(directory.resolve(id.toString()), context);
        try {
            pass(fence, id, context.attempt());
            return fence;
        } catch (RuntimeException refused) {
            fence.close();
            throw refused;
        }
    }

    /** Removes the fence of a release that is gone, and remembers which attempt deleted it. */
    void remove(Fence fence, ReleaseId id, long attempt) {
        remember(id, attempt);
        fence.remove();
    }

    private void pass(Fence fence, ReleaseId id, long attempt) {
        long onDisk = fence.highest();
        long highest = Math.max(onDisk, deletedBy(id));
        if (attempt >= highest) {
            fence.pass(attempt);
            return;
        }
        if (onDisk == 0) {
            fence.remove();
        }
        throw new PluginException(
                CONFLICT,
                "cannot change release '%s' in attempt %d: attempt %d has overtaken it"
                        .formatted(id, attempt, highest));
    }

    private synchronized long deletedBy(ReleaseId id) {
        return deleted.getOrDefault(id, 0L);
    }

    private synchronized void remember(ReleaseId id, long attempt) {
        deleted.putLast(id, attempt);
        if (deleted.size() > kept) {
            deleted.pollFirstEntry();
        }
    }
}
