package dev.berth.testkit;

import dev.berth.spi.LogQuery;
import dev.berth.spi.LogStream;
import dev.berth.spi.PluginException;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.ReleaseSpec;
import dev.berth.spi.ReleaseState;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What {@link PretendingRuntime}s pretend to run. Safe for use by several threads. */
public final class PretendedMachine {

    private final Map<ReleaseId, PretendedRelease> releases = new ConcurrentHashMap<>();
    private final Map<ReleaseId, Long> fences = new ConcurrentHashMap<>();
    private final AtomicInteger serials = new AtomicInteger();

    /** Creates a machine on which nothing runs. */
    public PretendedMachine() {
        // nothing to keep
    }

    ReleaseState reconcile(ReleaseSpec desired, long attempt) {
        fence(desired.id(), attempt);
        return releases.computeIfAbsent(desired.id(), _ -> new PretendedRelease())
                .reconcile(desired, serials::incrementAndGet);
    }

    ReleaseState delete(ReleaseId id, long attempt) {
        fence(id, attempt);
        PretendedRelease release = releases.remove(id);
        if (release != null) {
            release.delete();
        }
        return new ReleaseState.Gone();
    }

    LogStream logs(ReleaseId id, LogQuery query) {
        return new PretendedLog(releases.getOrDefault(id, new PretendedRelease()), query);
    }

    private void fence(ReleaseId id, long attempt) {
        long highest = fences.merge(id, attempt, Math::max);
        if (attempt < highest) {
            throw new PluginException(
                    PluginException.Kind.CONFLICT,
                    "cannot change release '%s' in attempt %d: attempt %d has overtaken it"
                            .formatted(id, attempt, highest));
        }
    }
}
