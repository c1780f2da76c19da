package dev.berth.intent.source;

import dev.berth.intent.FakeTransactions;
import dev.berth.model.SourceId;
import dev.berth.model.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps sources for the length of a test. */
public final class InMemorySourceStore implements SourceStore {

    private final FakeTransactions transactions;
    private final Map<Key, StoredSource> sources = new HashMap<>();
    private final Map<Key, byte[]> archives = new HashMap<>();

    /** Creates it empty. */
    public InMemorySourceStore(FakeTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean has(TenantId tenant, SourceId id) {
        transactions.mustBeOpen();
        return sources.containsKey(new Key(tenant, id));
    }

    @Override
    public void add(StoredSource source, InputStream archive) {
        transactions.mustBeOpen();
        Key key = new Key(source.tenant(), source.id());
        sources.put(key, source);
        try {
            archives.put(key, archive.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Optional<StoredSource> find(TenantId tenant, SourceId id) {
        transactions.mustBeOpen();
        return Optional.ofNullable(sources.get(new Key(tenant, id)));
    }

    /** Returns what was kept as the archive of a source; needs no transaction. */
    public byte[] archive(TenantId tenant, SourceId id) {
        return archives.get(new Key(tenant, id)).clone();
    }

    /** Returns how many sources there are; needs no transaction. */
    public int size() {
        return sources.size();
    }

    private record Key(TenantId tenant, SourceId id) {}
}
