package dev.berth.work.reconcile;

import dev.berth.model.Configuration;
import dev.berth.model.Quantity;
import dev.berth.model.SourceId;
import dev.berth.model.Version;
import dev.berth.model.Worker;
import dev.berth.model.WorkerSettings;
import dev.berth.spi.Artifact;
import dev.berth.spi.Health;
import dev.berth.spi.Limits;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.ReleaseSpec;
import dev.berth.spi.Secret;
import dev.berth.spi.SourceDigest;
import dev.berth.work.worker.ReleaseFacts;
import java.util.Map;
import java.util.stream.Collectors;

/** Says to a runtime, in the SPI's words, what is wanted of a release. */
final class ReleaseSpecs {

    private ReleaseSpecs() {}

    static ReleaseSpec of(ReleaseId id, Worker worker, ReleaseFacts release, int replicas) {
        Version version = release.version();
        return new ReleaseSpec(
                id,
                worker.tenant().toString(),
                artifact(version.artifact()),
                version.command(),
                release.configuration().env(),
                secrets(release.configuration()),
                version.port(),
                health(version.health()),
                replicas,
                limits(worker.settings()));
    }

    private static Map<String, Secret> secrets(Configuration configuration) {
        return configuration.secrets().entrySet().stream()
                .collect(
                        Collectors.toUnmodifiableMap(
                                Map.Entry::getKey, secret -> Secret.of(secret.getValue())));
    }

    private static Artifact artifact(dev.berth.model.Artifact artifact) {
        return switch (artifact) {
            case dev.berth.model.Artifact.Image(String reference) -> new Artifact.Image(reference);
            case dev.berth.model.Artifact.Source(SourceId source, String path) ->
                    new Artifact.Source(new SourceDigest(source.sha256()), path);
        };
    }

    private static Health health(dev.berth.model.Health health) {
        return switch (health) {
            case dev.berth.model.Health.Tcp() -> new Health.Tcp();
            case dev.berth.model.Health.Http(String path) -> new Health.Http(path);
        };
    }

    private static Limits limits(WorkerSettings settings) {
        return new Limits(
                Quantity.cpuMillis(settings.cpu()).orElseThrow(),
                Quantity.bytes(settings.memory()).orElseThrow(),
                Quantity.bytes(settings.disk()).orElseThrow());
    }
}
