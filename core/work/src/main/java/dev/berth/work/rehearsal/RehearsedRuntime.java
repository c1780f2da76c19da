package dev.berth.work.rehearsal;

import dev.berth.spi.Endpoint;
import dev.berth.spi.LogQuery;
import dev.berth.spi.LogStream;
import dev.berth.spi.OperationContext;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.ReleaseSpec;
import dev.berth.spi.ReleaseState;
import dev.berth.spi.WorkerRuntime;
import dev.berth.work.worker.ReleaseFacts;
import dev.berth.work.worker.WorkerFacts;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The runtime of a rehearsal: what is new is ready at once, and what was there before stays as it
 * was.
 */
final class RehearsedRuntime implements WorkerRuntime {

    private static final Endpoint SOMEWHERE = Endpoint.of(URI.create("http://rehearsal.invalid"));

    private final Map<Long, ReleaseFacts> before;
    private final Map<Long, Integer> wanted = new HashMap<>();
    private final PlanNotes notes;

    RehearsedRuntime(WorkerFacts before, PlanNotes notes) {
        this.before =
                before.releases().stream()
                        .collect(Collectors.toMap(ReleaseFacts::number, Function.identity()));
        this.before.values().forEach(release -> wanted.put(release.number(), release.wanted()));
        this.notes = notes;
    }

    @Override
    public ReleaseState reconcile(ReleaseSpec desired, OperationContext context) {
        want(desired.id(), desired.replicas());
        return Optional.ofNullable(before.get(desired.id().number()))
                .map(release -> asBefore(release, desired.replicas()))
                .orElseGet(() -> ready(Stream.generate(() -> SOMEWHERE), desired.replicas()));
    }

    private static ReleaseState asBefore(ReleaseFacts release, int replicas) {
        return release.failure()
                .filter(_ -> replicas > 0)
                .<ReleaseState>map(reason -> new ReleaseState.Rejected(List.of(reason)))
                .orElseGet(() -> ready(release.endpoints().stream(), replicas));
    }

    private static ReleaseState ready(Stream<Endpoint> endpoints, int most) {
        List<Endpoint> ready = endpoints.limit(most).toList();
        return new ReleaseState.Ready(ready, ready.size(), List.of());
    }

    @Override
    public ReleaseState delete(ReleaseId id, OperationContext context) {
        want(id, 0);
        return new ReleaseState.Gone();
    }

    private void want(ReleaseId release, int instances) {
        Optional<Integer> had = Optional.ofNullable(wanted.put(release.number(), instances));
        if (instances == 0 && had.filter(count -> count > 0).isPresent()) {
            notes.stopped(release);
        }
    }

    @Override
    public LogStream logs(ReleaseId id, LogQuery query) {
        throw new IllegalStateException("a rehearsal has no logs");
    }

    @Override
    public void close() {
        // it holds nothing
    }
}
