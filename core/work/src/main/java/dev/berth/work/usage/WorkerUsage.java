package dev.berth.work.usage;

import dev.berth.model.InstanceUse;
import dev.berth.model.Refusal;
import dev.berth.model.WorkerId;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.WorkerRuntime;
import dev.berth.work.Plugins;
import dev.berth.work.worker.ReleaseFacts;
import dev.berth.work.worker.WorkerFacts;
import dev.berth.work.worker.WorkerRecords;
import java.util.List;
import java.util.stream.Stream;

/** Tells what the instances of workers use. */
public final class WorkerUsage {

    private final WorkerRecords records;
    private final Plugins plugins;

    /** Creates it over what is recorded and the runtimes that know. */
    public WorkerUsage(WorkerRecords records, Plugins plugins) {
        this.records = records;
        this.plugins = plugins;
    }

    /** Returns what each running instance uses, by release and number. */
    public List<InstanceUse> of(WorkerId worker) {
        WorkerFacts facts =
                records.load(worker).orElseThrow(() -> Refusal.absent("worker", worker.value()));
        WorkerRuntime runtime = plugins.runtime(facts.worker().settings().runtime());
        return facts.releases().stream().flatMap(release -> of(worker, release, runtime)).toList();
    }

    private static Stream<InstanceUse> of(
            WorkerId worker, ReleaseFacts release, WorkerRuntime runtime) {
        return runtime.usage(new ReleaseId(worker.value(), release.number())).stream()
                .map(
                        usage ->
                                new InstanceUse(
                                        release.number(),
                                        release.version().id(),
                                        usage.instance(),
                                        usage.cpu(),
                                        usage.memoryBytes()));
    }
}
