package dev.berth.store.reconcile;

import dev.berth.model.Artifact;
import dev.berth.model.Configuration;
import dev.berth.model.Health;
import dev.berth.model.SourceId;
import dev.berth.model.UserId;
import dev.berth.model.Version;
import dev.berth.model.VersionStatus;
import dev.berth.model.Worker;
import dev.berth.spi.Endpoint;
import dev.berth.spi.Traffic;
import dev.berth.store.cipher.ConfigCipher;
import dev.berth.store.cipher.SealedConfig;
import dev.berth.store.sql.Columns;
import dev.berth.store.sql.Json;
import dev.berth.store.sql.Sql;
import dev.berth.store.sql.Words;
import dev.berth.work.worker.ReleaseFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads the releases of a worker that Inner knows of, and the one that is wanted. */
final class ReleaseLoader {

    private static final String RELEASES =
            """
            SELECT r.id, r.version_id, v.image, v.source_sha256, v.source_path, v.command,
                v.health_path, v.port, v.replicas, v.strategy, v.commit_sha, v.created_by,
                v.created_at, c.key_id, c.data_key, c.nonce, c.ciphertext, s.wanted, s.weight,
                s.idle_since, s.seen_requests, s.seen_errors, s.seen_latency, s.endpoints,
                s.failure, p.phase, p.message
            FROM releases r
                JOIN versions v ON v.id = r.version_id
                JOIN config_revisions c ON c.id = r.config_id
                LEFT JOIN release_status s ON s.release_id = r.id
                LEFT JOIN version_status p ON p.version_id = r.version_id
            WHERE r.worker_id = ? AND (s.release_id IS NOT NULL OR r.id = ?)
            ORDER BY r.id
            """;

    private final ConfigCipher cipher;

    ReleaseLoader(ConfigCipher cipher) {
        this.cipher = cipher;
    }

    List<ReleaseFacts> load(Sql sql, Worker worker) {
        return sql.query(
                RELEASES,
                row -> release(worker, row),
                worker.id().value(),
                worker.release().orElse(0));
    }

    private ReleaseFacts release(Worker worker, ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new ReleaseFacts(
                columns.number("id"),
                version(worker, columns),
                status(columns),
                configuration(worker, columns),
                columns.whole("wanted"),
                columns.whole("weight"),
                columns.optionalMoment("idle_since"),
                seen(columns),
                endpoints(columns),
                columns.optionalText("failure"));
    }

    private static Version version(Worker worker, Columns columns) throws SQLException {
        return new Version(
                columns.number("version_id"),
                worker.id(),
                artifact(columns),
                Json.strings(columns.text("command")),
                columns.optionalText("health_path")
                        .<Health>map(Health.Http::new)
                        .orElseGet(Health.Tcp::new),
                columns.optionalWhole("port"),
                columns.whole("replicas"),
                columns.text("strategy"),
                columns.text("commit_sha"),
                new UserId(columns.id("created_by")),
                columns.moment("created_at"));
    }

    private static Artifact artifact(Columns columns) throws SQLException {
        Optional<String> image = columns.optionalText("image");
        return image.isPresent()
                ? new Artifact.Image(image.get())
                : new Artifact.Source(
                        new SourceId(columns.text("source_sha256")), columns.text("source_path"));
    }

    private static VersionStatus status(Columns columns) throws SQLException {
        Optional<String> phase = columns.optionalText("phase");
        return phase.isPresent()
                ? new VersionStatus(
                        Words.read(VersionStatus.Phase.class, phase.get()), columns.text("message"))
                : VersionStatus.NONE;
    }

    // a worker goes although its configuration can be read no longer
    private Configuration configuration(Worker worker, Columns columns) throws SQLException {
        return worker.deleted()
                ? Configuration.NONE
                : cipher.open(
                        worker.tenant().value(), worker.id().value(), SealedConfig.of(columns));
    }

    private static Traffic seen(Columns columns) throws SQLException {
        return new Traffic(
                0,
                columns.number("seen_requests"),
                columns.number("seen_errors"),
                Duration.ofNanos(columns.number("seen_latency")));
    }

    private static List<Endpoint> endpoints(Columns columns) throws SQLException {
        return columns.optionalText("endpoints").map(EndpointsJson::read).orElse(List.of());
    }
}
