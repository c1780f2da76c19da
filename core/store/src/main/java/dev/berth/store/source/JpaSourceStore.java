package dev.berth.store.source;

import dev.berth.intent.source.SourceStore;
import dev.berth.intent.source.StoredSource;
import dev.berth.model.SourceId;
import dev.berth.model.TenantId;
import dev.berth.store.sql.JpaTransactions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Keeps uploaded sources in chunks; all in SQL, since JPA would hold every chunk until the end. */
public final class JpaSourceStore implements SourceStore {

    /** Bytes of every chunk but the last. */
    static final int CHUNK = 1 << 20;

    private final JpaTransactions transactions;

    public JpaSourceStore(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean has(TenantId tenant, SourceId id) {
        return find(tenant, id).isPresent();
    }

    @Override
    public void add(StoredSource source, InputStream archive) {
        int added =
                transactions
                        .sql()
                        .update(
                                """
                                INSERT INTO sources (tenant_id, sha256, size, manifest, uploaded_at)
                                VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                                """,
                                source.tenant().value(),
                                source.id().sha256(),
                                source.size(),
                                source.manifest(),
                                source.uploadedAt());
        if (added == 1) {
            addChunks(source, archive);
        }
    }

    @Override
    public Optional<StoredSource> find(TenantId tenant, SourceId id) {
        return transactions
                .sql()
                .first(
                        """
                        SELECT size, manifest, uploaded_at FROM sources
                        WHERE tenant_id = ? AND sha256 = ?
                        """,
                        row -> stored(tenant, id, row),
                        tenant.value(),
                        id.sha256());
    }

    private static StoredSource stored(TenantId tenant, SourceId id, ResultSet row)
            throws SQLException {
        return new StoredSource(
                tenant,
                id,
                row.getLong("size"),
                Optional.ofNullable(row.getString("manifest")),
                row.getTimestamp("uploaded_at").toInstant());
    }

    private void addChunks(StoredSource source, InputStream archive) {
        try {
            long size = 0;
            byte[] chunk = archive.readNBytes(CHUNK);
            for (int number = 0; chunk.length > 0; number++) {
                addChunk(source, number, chunk);
                size += chunk.length;
                chunk = archive.readNBytes(CHUNK);
            }
            if (size != source.size()) {
                throw new IllegalStateException(
                        "source '%s' should have %d bytes, and %d came; upload it again"
                                .formatted(source.id(), source.size(), size));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the source '" + source.id() + "'", e);
        }
    }

    private void addChunk(StoredSource source, int number, byte[] chunk) {
        transactions
                .sql()
                .update(
                        """
                        INSERT INTO source_chunks (tenant_id, sha256, number, bytes)
                        VALUES (?, ?, ?, ?)
                        """,
                        source.tenant().value(),
                        source.id().sha256(),
                        number,
                        chunk);
    }
}
