package dev.berth.store.source;

import dev.berth.model.Refusal;
import dev.berth.store.sql.JpaTransactions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/** Reads the archive of a source, one chunk in memory at a time and no connection in between. */
final class ChunkStream extends InputStream {

    private final JpaTransactions transactions;
    private final UUID tenant;
    private final String sha256;
    private long left;
    private int next;
    private InputStream chunk = InputStream.nullInputStream();

    ChunkStream(JpaTransactions transactions, UUID tenant, String sha256, long size) {
        this.transactions = transactions;
        this.tenant = tenant;
        this.sha256 = sha256;
        this.left = size;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int read = chunk.read(buffer, offset, length);
        if (read >= 0 || left == 0) {
            return read;
        }
        byte[] bytes = fetch();
        left -= bytes.length;
        next++;
        chunk = new ByteArrayInputStream(bytes);
        return chunk.read(buffer, offset, length);
    }

    private byte[] fetch() throws IOException {
        try {
            return transactions
                    .call(
                            () ->
                                    transactions
                                            .sql()
                                            .first(
                                                    """
                                                    SELECT bytes FROM source_chunks WHERE
                                                    tenant_id = ? AND sha256 = ? AND number = ?
                                                    """,
                                                    row -> row.getBytes("bytes"),
                                                    tenant,
                                                    sha256,
                                                    next))
                    .orElseThrow(
                            () ->
                                    new IOException(
                                            "source '"
                                                    + sha256
                                                    + "' was removed while it was read"));
        } catch (Refusal refusal) {
            throw new IOException("cannot read on in source '" + sha256 + "'", refusal);
        }
    }
}
