package dev.berth.store.worker;

import dev.berth.model.Artifact;
import dev.berth.model.Health;
import dev.berth.model.SourceId;
import dev.berth.model.UserId;
import dev.berth.model.Version;
import dev.berth.model.VersionStatus;
import dev.berth.model.WorkerId;
import dev.berth.store.sql.Json;
import dev.berth.store.sql.Words;
import java.util.OptionalInt;

/** Translates versions and what has become of them. */
final class VersionMapper {

    private VersionMapper() {}

    static Version version(VersionRow row) {
        return new Version(
                row.id,
                new WorkerId(row.workerId),
                artifact(row),
                Json.strings(row.command),
                row.healthPath == null ? new Health.Tcp() : new Health.Http(row.healthPath),
                row.port == null ? OptionalInt.empty() : OptionalInt.of(row.port),
                row.replicas,
                row.strategy,
                row.commitSha,
                new UserId(row.createdBy),
                row.createdAt);
    }

    /** Returns the status in {@code row}, which is null where nothing was done for the version. */
    static VersionStatus status(VersionStatusRow row) {
        return row == null
                ? VersionStatus.NONE
                : new VersionStatus(Words.read(VersionStatus.Phase.class, row.phase), row.message);
    }

    private static Artifact artifact(VersionRow row) {
        return row.image == null
                ? new Artifact.Source(new SourceId(row.sourceSha256), row.sourcePath)
                : new Artifact.Image(row.image);
    }
}
