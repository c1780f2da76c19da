package dev.berth.work.worker;

import dev.berth.model.Refusal;
import dev.berth.model.WorkerId;
import dev.berth.spi.LogQuery;
import dev.berth.spi.LogStream;
import dev.berth.spi.ReleaseId;
import dev.berth.work.Plugins;
import java.util.Comparator;
import java.util.function.Predicate;

/** Opens what the instances of a worker have written. */
public final class WorkerLogs {

    private final WorkerRecords records;
    private final Plugins plugins;

    /** Creates it over what is recorded and the runtimes that keep the logs. */
    public WorkerLogs(WorkerRecords records, Plugins plugins) {
        this.records = records;
        this.plugins = plugins;
    }

    /** Opens the log of the newest release that is kept; the caller closes it. */
    public OpenLog open(WorkerId worker, LogQuery query) {
        return open(worker, query, _ -> true);
    }

    /** Opens the log of the newest release of one version; the caller closes it. */
    public OpenLog open(WorkerId worker, long version, LogQuery query) {
        return open(worker, query, release -> release.version().id() == version);
    }

    private OpenLog open(WorkerId worker, LogQuery query, Predicate<ReleaseFacts> wanted) {
        WorkerFacts facts =
                records.load(worker).orElseThrow(() -> Refusal.absent("worker", worker.value()));
        ReleaseFacts release =
                facts.releases().stream()
                        .filter(wanted)
                        .max(Comparator.comparingLong(ReleaseFacts::number))
                        .orElseThrow(
                                () ->
                                        Refusal.of(
                                                Refusal.Kind.ABSENT,
                                                "there are no logs of that version of worker '"
                                                        + worker
                                                        + "'"));
        ReleaseId id = new ReleaseId(worker.value(), release.number());
        return new OpenLog(
                release.version().id(),
                plugins.runtime(facts.worker().settings().runtime()).logs(id, query));
    }

    /** The open log of one release, and the version that it runs. */
    public record OpenLog(long version, LogStream lines) {}
}
