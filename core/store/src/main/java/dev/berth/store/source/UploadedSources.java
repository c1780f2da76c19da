package dev.berth.store.source;

import dev.berth.model.Refusal;
import dev.berth.spi.PluginException;
import dev.berth.spi.SourceDigest;
import dev.berth.spi.Sources;
import dev.berth.store.sql.JpaTransactions;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;

/** Reads uploaded sources, whoever uploaded them: a digest names the same bytes for all. */
public final class UploadedSources implements Sources {

    private final JpaTransactions transactions;

    public UploadedSources(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public InputStream open(SourceDigest digest) {
        try {
            return transactions
                    .call(() -> find(digest))
                    .orElseThrow(
                            () ->
                                    new PluginException(
                                            PluginException.Kind.INVALID,
                                            "there is no source '"
                                                    + digest
                                                    + "'; upload it and deploy again"));
        } catch (Refusal refusal) {
            throw new PluginException(
                    PluginException.Kind.UNAVAILABLE,
                    "cannot read the source '" + digest + "': " + refusal.getMessage(),
                    refusal);
        }
    }

    private Optional<InputStream> find(SourceDigest digest) {
        return transactions
                .sql()
                .first(
                        "SELECT tenant_id, size FROM sources WHERE sha256 = ? LIMIT 1",
                        row ->
                                new ChunkStream(
                                        transactions,
                                        row.getObject("tenant_id", UUID.class),
                                        digest.sha256(),
                                        row.getLong("size")),
                        digest.sha256());
    }
}
