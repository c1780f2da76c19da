package dev.berth.intent.worker;

import dev.berth.intent.Transactions;
import dev.berth.intent.source.ManifestReader;
import dev.berth.intent.source.ManifestWriter;
import dev.berth.intent.source.SourceStore;
import dev.berth.intent.source.StoredSource;
import dev.berth.model.Artifact;
import dev.berth.model.Caller;
import dev.berth.model.Page;
import dev.berth.model.Refusal;
import dev.berth.model.Version;
import dev.berth.model.Worker;
import dev.berth.model.WorkerId;
import java.util.Optional;

/** Says which manifest a worker was made from. */
public final class Manifests {

    private static final Page NEWEST = new Page(1, 0);

    private final Transactions transactions;
    private final WorkerStore workers;
    private final SourceStore sources;

    /** Creates it over where workers and sources are kept. */
    public Manifests(Transactions transactions, WorkerStore workers, SourceStore sources) {
        this.transactions = transactions;
        this.workers = workers;
        this.sources = sources;
    }

    /**
     * Returns the {@code app-manifest.json}, in its normal form, of the version that is active, or
     * else of the newest.
     */
    public String of(Caller caller, String id) {
        String text = transactions.call(() -> stored(caller, id));
        return new ManifestWriter().write(new ManifestReader().read(text));
    }

    private String stored(Caller caller, String id) {
        Worker worker =
                WorkerId.parse(id)
                        .flatMap(key -> workers.find(caller.tenant(), key))
                        .orElseThrow(() -> Refusal.absent("worker", id));
        return version(caller, worker)
                .map(Version::artifact)
                .filter(Artifact.Source.class::isInstance)
                .map(Artifact.Source.class::cast)
                .flatMap(source -> sources.find(caller.tenant(), source.id()))
                .flatMap(StoredSource::manifest)
                .orElseThrow(() -> none(worker));
    }

    private Optional<Version> version(Caller caller, Worker worker) {
        var active = workers.status(caller.tenant(), worker.id()).activeVersion();
        return active.isPresent()
                ? workers.version(caller.tenant(), worker.id(), active.getAsLong())
                : workers.versions(caller.tenant(), worker.id(), NEWEST).items().stream()
                        .map(SeenVersion::version)
                        .findFirst();
    }

    private static Refusal none(Worker worker) {
        return Refusal.of(
                Refusal.Kind.ABSENT,
                "worker '" + worker.id() + "' has no manifest: nothing was deployed from a source");
    }
}
