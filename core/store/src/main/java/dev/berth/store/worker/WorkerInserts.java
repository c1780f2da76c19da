package dev.berth.store.worker;

import dev.berth.model.Artifact;
import dev.berth.model.Configuration;
import dev.berth.model.Health;
import dev.berth.model.Refusal;
import dev.berth.model.TenantId;
import dev.berth.model.Version;
import dev.berth.model.WorkerId;
import dev.berth.store.cipher.ConfigCipher;
import dev.berth.store.cipher.SealedConfig;
import dev.berth.store.sql.JpaTransactions;
import dev.berth.store.sql.Json;
import java.time.Instant;
import java.util.Optional;

/** Adds the numbered, immutable rows of a worker, if it is the tenant's. */
final class WorkerInserts {

    private static final String DEPLOY =
            """
            WITH worker AS (
                SELECT tenant_id, id FROM workers WHERE tenant_id = ? AND id = ?
            ), version AS (
                INSERT INTO versions (tenant_id, worker_id, image, source_sha256, source_path,
                    command, health_path, port, replicas, strategy, commit_sha, created_by,
                    created_at)
                SELECT tenant_id, id, ?::text, ?::text, ?::text, ?::jsonb, ?::text, ?::integer, ?,
                    ?, ?, ?, ?
                FROM worker RETURNING id
            ), config AS (
                INSERT INTO config_revisions (tenant_id, worker_id, key_id, data_key, nonce,
                    ciphertext, created_at)
                SELECT tenant_id, id, ?, ?, ?, ?, ? FROM worker RETURNING id
            ), release AS (
                INSERT INTO releases (tenant_id, worker_id, version_id, config_id, created_at)
                SELECT w.tenant_id, w.id, v.id, c.id, ?
                FROM worker w CROSS JOIN version v CROSS JOIN config c
                RETURNING id, worker_id, version_id
            )
            UPDATE workers w SET release_id = r.id, rollout = ?, generation = ?
            FROM release r WHERE w.id = r.worker_id RETURNING r.version_id
            """;

    private final JpaTransactions transactions;
    private final ConfigCipher cipher;

    WorkerInserts(JpaTransactions transactions, ConfigCipher cipher) {
        this.transactions = transactions;
        this.cipher = cipher;
    }

    long deploy(TenantId tenant, Version version, Configuration configuration, long generation) {
        Optional<Artifact.Source> source =
                version.artifact() instanceof Artifact.Source one
                        ? Optional.of(one)
                        : Optional.empty();
        String worker = version.worker().value();
        SealedConfig sealed = cipher.seal(tenant.value(), worker, configuration);
        return number(
                version.worker(),
                DEPLOY,
                tenant.value(),
                worker,
                image(version),
                source.map(one -> one.id().sha256()),
                source.map(Artifact.Source::path),
                Json.text(version.command()),
                healthPath(version),
                version.port(),
                version.replicas(),
                version.strategy(),
                version.commitSha(),
                version.createdBy().value(),
                version.createdAt(),
                sealed.keyId(),
                sealed.dataKey(),
                sealed.nonce(),
                sealed.ciphertext(),
                version.createdAt(),
                version.createdAt(),
                generation,
                generation);
    }

    long configuration(TenantId tenant, WorkerId worker, Configuration configuration, Instant now) {
        SealedConfig sealed = cipher.seal(tenant.value(), worker.value(), configuration);
        return number(
                worker,
                """
                INSERT INTO config_revisions (tenant_id, worker_id, key_id, data_key, nonce,
                    ciphertext, created_at)
                SELECT tenant_id, id, ?, ?, ?, ?, ?
                FROM workers WHERE tenant_id = ? AND id = ? RETURNING id
                """,
                sealed.keyId(),
                sealed.dataKey(),
                sealed.nonce(),
                sealed.ciphertext(),
                now,
                tenant.value(),
                worker.value());
    }

    long release(TenantId tenant, WorkerId worker, long version, long config, Instant now) {
        return number(
                worker,
                """
                INSERT INTO releases (tenant_id, worker_id, version_id, config_id, created_at)
                SELECT tenant_id, id, ?, ?, ?
                FROM workers WHERE tenant_id = ? AND id = ? RETURNING id
                """,
                version,
                config,
                now,
                tenant.value(),
                worker.value());
    }

    private long number(WorkerId worker, String text, Object... values) {
        return transactions
                .sql()
                .first(text, row -> row.getLong(1), values)
                .orElseThrow(() -> Refusal.absent("worker", worker.value()));
    }

    private static Optional<String> image(Version version) {
        return switch (version.artifact()) {
            case Artifact.Image(String reference) -> Optional.of(reference);
            case Artifact.Source _ -> Optional.empty();
        };
    }

    private static Optional<String> healthPath(Version version) {
        return switch (version.health()) {
            case Health.Tcp _ -> Optional.empty();
            case Health.Http(String path) -> Optional.of(path);
        };
    }
}
