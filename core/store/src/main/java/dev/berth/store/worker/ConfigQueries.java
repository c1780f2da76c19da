package dev.berth.store.worker;

import dev.berth.model.Configuration;
import dev.berth.model.Refusal;
import dev.berth.model.TenantId;
import dev.berth.model.WorkerId;
import dev.berth.store.cipher.ConfigCipher;
import dev.berth.store.cipher.SealedConfig;
import dev.berth.store.sql.Columns;
import dev.berth.store.sql.JpaTransactions;
import java.util.OptionalLong;

/** Reads what a tenant's workers are configured with. */
final class ConfigQueries {

    private static final String WANTED =
            """
            SELECT c.key_id, c.data_key, c.nonce, c.ciphertext
            FROM workers w LEFT JOIN releases r ON r.id = w.release_id
                JOIN config_revisions c ON c.id = coalesce(r.config_id,
                    (SELECT max(id) FROM config_revisions WHERE worker_id = w.id))
            WHERE w.tenant_id = ? AND w.id = ?
            """;
    private static final String NUMBERED =
            """
            SELECT key_id, data_key, nonce, ciphertext FROM config_revisions
            WHERE tenant_id = ? AND worker_id = ? AND id = ?
            """;
    private static final String SERVED =
            """
            SELECT s.release_id FROM versions v JOIN served_releases s ON s.version_id = v.id
            WHERE v.tenant_id = ? AND v.worker_id = ? AND v.id = ?
            """;

    private final JpaTransactions transactions;
    private final ConfigCipher cipher;

    ConfigQueries(JpaTransactions transactions, ConfigCipher cipher) {
        this.transactions = transactions;
        this.cipher = cipher;
    }

    Configuration wanted(TenantId tenant, WorkerId worker) {
        return transactions
                .sql()
                .first(
                        WANTED,
                        row -> SealedConfig.of(new Columns(row)),
                        tenant.value(),
                        worker.value())
                .map(found -> cipher.open(tenant.value(), worker.value(), found))
                .orElse(Configuration.NONE);
    }

    Configuration numbered(TenantId tenant, WorkerId worker, long number) {
        return transactions
                .sql()
                .first(
                        NUMBERED,
                        row -> SealedConfig.of(new Columns(row)),
                        tenant.value(),
                        worker.value(),
                        number)
                .map(found -> cipher.open(tenant.value(), worker.value(), found))
                .orElseThrow(() -> Refusal.absent("configuration", Long.toString(number)));
    }

    OptionalLong served(TenantId tenant, WorkerId worker, long version) {
        return transactions
                .sql()
                .query(SERVED, row -> row.getLong(1), tenant.value(), worker.value(), version)
                .stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }
}
