package dev.berth.store.rotation;

import dev.berth.store.cipher.SealedText;
import dev.berth.store.cipher.TextCipher;
import dev.berth.store.sql.Columns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Encrypts the texts of a table with the first of some keys, some at a time. */
final class TextRewrapping {

    private final Connection owner;
    private final TextCipher cipher;
    private final String next;
    private final String encrypt;

    /** Creates it for a table and the SQL that tells what each text is of, as its cipher has it. */
    TextRewrapping(Connection owner, TextCipher cipher, String table, String of) {
        this.owner = owner;
        this.cipher = cipher;
        this.next =
                """
                SELECT ctid::text AS place, %2$s AS of, key_id, nonce, ciphertext FROM %1$s
                WHERE key_id = ANY (?) AND %2$s <> ALL (?) LIMIT ? FOR UPDATE
                """
                        .formatted(table, of);
        this.encrypt =
                "UPDATE %s SET key_id = ?, nonce = ?, ciphertext = ? WHERE ctid = ?::tid"
                        .formatted(table);
    }

    /**
     * Encrypts some anew that have one of the {@code others}, in the transaction that is open, and
     * notes in {@code broken} why one cannot be; returns how many it looked at, none at the end.
     */
    int some(String[] others, int most, Map<String, String> broken) throws SQLException {
        List<Row> rows = next(others, most, broken);
        for (Row row : rows) {
            encrypt(row, broken);
        }
        return rows.size();
    }

    private List<Row> next(String[] others, int most, Map<String, String> broken)
            throws SQLException {
        try (PreparedStatement query = owner.prepareStatement(next)) {
            query.setArray(1, owner.createArrayOf("text", others));
            query.setArray(2, owner.createArrayOf("text", broken.keySet().toArray()));
            query.setInt(3, most);
            try (ResultSet found = query.executeQuery()) {
                List<Row> rows = new ArrayList<>();
                while (found.next()) {
                    Columns columns = new Columns(found);
                    rows.add(
                            new Row(
                                    columns.text("place"),
                                    columns.text("of"),
                                    SealedText.of(columns)));
                }
                return rows;
            }
        }
    }

    private void encrypt(Row row, Map<String, String> broken) throws SQLException {
        try (PreparedStatement update = owner.prepareStatement(encrypt)) {
            SealedText sealed = cipher.seal(row.of(), cipher.open(row.of(), row.sealed()));
            update.setString(1, sealed.keyId());
            update.setBytes(2, sealed.nonce());
            update.setBytes(3, sealed.ciphertext());
            update.setString(4, row.place());
            update.executeUpdate();
        } catch (IllegalStateException unreadable) {
            broken.put(row.of(), unreadable.getMessage());
        }
    }

    /** A text as it is kept, where, and what it is of. */
    private record Row(String place, String of, SealedText sealed) {}
}
