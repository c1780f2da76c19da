package dev.berth.store.rotation;

import dev.berth.store.account.SqlSigningKeys;
import dev.berth.store.cipher.ConfigCipher;
import dev.berth.store.cipher.ConfigKey;
import dev.berth.store.cipher.ConfigKeys;
import dev.berth.store.cipher.SealedConfig;
import dev.berth.store.cipher.TextCipher;
import dev.berth.store.cipher.UnreadableConfig;
import dev.berth.store.once.SqlAnswers;
import dev.berth.store.sql.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongConsumer;

/**
 * Has the first of some keys wrap configurations and encrypt texts, some at a time; what is done
 * stays done.
 */
final class Rewrapping {

    private static final int SOME = 200;

    private static final String NEXT =
            """
            SELECT id, tenant_id, worker_id, key_id, data_key, nonce, ciphertext
            FROM config_revisions WHERE id > ? AND key_id = ANY (?) ORDER BY id LIMIT ? FOR UPDATE
            """;
    private static final String WRAP =
            """
            UPDATE config_revisions SET key_id = ?, data_key = ?, nonce = ?, ciphertext = ?
            WHERE id = ?
            """;
    private static final String ALONE =
            "LOCK TABLE config_revisions, signing_keys, answers IN SHARE MODE";
    private static final String RETIRE =
            """
            WITH left_over AS (
                SELECT key_id FROM config_revisions UNION ALL SELECT key_id FROM signing_keys
                UNION ALL SELECT key_id FROM answers
            )
            INSERT INTO retired_config_keys (key_id) SELECT unnest(?)
            WHERE NOT EXISTS (SELECT FROM left_over WHERE key_id = ANY (?))
            ON CONFLICT (key_id) DO UPDATE SET key_id = excluded.key_id
            """;

    private final Connection owner;
    private final ConfigCipher cipher;
    private final List<TextRewrapping> texts;
    private final String[] others;
    private final Map<String, String> broken = new TreeMap<>();

    Rewrapping(Connection owner, List<ConfigKey> keys) {
        this.owner = owner;
        this.cipher = new ConfigCipher(ConfigKeys.of(keys));
        TextCipher texts = new TextCipher(ConfigKeys.of(keys));
        this.texts =
                List.of(
                        new TextRewrapping(owner, texts, "signing_keys", SqlSigningKeys.OF),
                        new TextRewrapping(owner, texts, "answers", SqlAnswers.OF));
        this.others = keys.stream().skip(1).map(ConfigKey::id).toArray(String[]::new);
    }

    /** Wraps everything and retires all keys but the first; returns how many rows that took. */
    long run(LongConsumer progress) throws SQLException {
        owner.setAutoCommit(false);
        try {
            long done = wrapAll(0, progress);
            while (!retired()) {
                // somebody wrote with the old key meanwhile, and can no more the next time
                done = wrapAll(done, progress);
            }
            return done;
        } finally {
            owner.rollback();
            owner.setAutoCommit(true);
        }
    }

    private long wrapAll(long before, LongConsumer progress) throws SQLException {
        long done = wrapConfigurations(before, progress);
        for (TextRewrapping table : texts) {
            done = encryptAll(table, done, progress);
        }
        mustBeWhole();
        return done;
    }

    private long encryptAll(TextRewrapping table, long before, LongConsumer progress)
            throws SQLException {
        long done = before;
        int some = table.some(others, SOME, broken);
        while (some > 0) {
            owner.commit();
            done += some;
            progress.accept(done);
            some = table.some(others, SOME, broken);
        }
        return done;
    }

    private long wrapConfigurations(long before, LongConsumer progress) throws SQLException {
        long done = before;
        List<Row> rows = next(0);
        while (!rows.isEmpty()) {
            for (Row row : rows) {
                wrap(row);
            }
            owner.commit();
            done += rows.size();
            progress.accept(done);
            rows = next(rows.getLast().id());
        }
        return done;
    }

    private void mustBeWhole() {
        if (!broken.isEmpty()) {
            throw new IllegalStateException(
                    "cannot rotate the config key for %d rows, all others are done: %s; mend that and call it again, the old key stays until then"
                            .formatted(broken.size(), broken.values().iterator().next()));
        }
    }

    private List<Row> next(long after) throws SQLException {
        try (PreparedStatement query = owner.prepareStatement(NEXT)) {
            query.setLong(1, after);
            query.setArray(2, owner.createArrayOf("text", others));
            query.setInt(3, SOME);
            try (ResultSet found = query.executeQuery()) {
                List<Row> rows = new ArrayList<>();
                while (found.next()) {
                    rows.add(Row.of(new Columns(found)));
                }
                return rows;
            }
        }
    }

    private void wrap(Row row) throws SQLException {
        try (PreparedStatement update = owner.prepareStatement(WRAP)) {
            SealedConfig sealed = cipher.rewrap(row.tenant(), row.worker(), row.sealed());
            update.setString(1, sealed.keyId());
            update.setBytes(2, sealed.dataKey().orElseThrow());
            update.setBytes(3, sealed.nonce());
            update.setBytes(4, sealed.ciphertext());
            update.setLong(5, row.id());
            update.executeUpdate();
        } catch (UnreadableConfig unreadable) {
            broken.put("configuration " + row.id(), unreadable.getMessage());
        }
    }

    /** Retires the other keys, unless a row has one of them; nobody writes meanwhile. */
    private boolean retired() throws SQLException {
        try (Statement lock = owner.createStatement();
                PreparedStatement retire = owner.prepareStatement(RETIRE)) {
            lock.execute(ALONE);
            retire.setArray(1, owner.createArrayOf("text", others));
            retire.setArray(2, owner.createArrayOf("text", others));
            int retired = retire.executeUpdate();
            owner.commit();
            return retired == others.length;
        }
    }

    /** A configuration as it is kept. */
    private record Row(long id, UUID tenant, String worker, SealedConfig sealed) {

        static Row of(Columns columns) throws SQLException {
            return new Row(
                    columns.number("id"),
                    columns.id("tenant_id"),
                    columns.text("worker_id"),
                    SealedConfig.of(columns));
        }
    }
}
