package dev.berth.store.once;

import dev.berth.intent.once.Answer;
import dev.berth.intent.once.AnswerStore;
import dev.berth.intent.once.IdempotencyKey;
import dev.berth.intent.once.KeptAnswer;
import dev.berth.intent.once.KeyedRequest;
import dev.berth.model.TenantId;
import dev.berth.store.cipher.SealedText;
import dev.berth.store.cipher.TextCipher;
import dev.berth.store.sql.Columns;
import dev.berth.store.sql.JpaTransactions;
import dev.berth.store.sql.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps answers, each bound to its tenant and key. */
public final class SqlAnswers implements AnswerStore {

    /** What an answer is of, in the words of SQL. */
    public static final String OF = "'answer of tenant ' || tenant_id || ' to ' || idempotency_key";

    private static final String TAKE =
            """
            INSERT INTO answers (tenant_id, idempotency_key, fingerprint) VALUES (?, ?, ?)
            ON CONFLICT (tenant_id, idempotency_key) DO NOTHING
            """;
    private static final String KEEP =
            """
            UPDATE answers SET key_id = ?, nonce = ?, ciphertext = ?
            WHERE tenant_id = ? AND idempotency_key = ?
            """;
    private static final String FIND =
            """
            SELECT fingerprint, key_id, nonce, ciphertext FROM answers
            WHERE tenant_id = ? AND idempotency_key = ?
            """;

    // what is sealed is a map of texts; the names of headers follow this
    private static final String HEADER = "header ";
    private static final String STATUS = "status";
    private static final String BODY = "body";

    private final JpaTransactions transactions;
    private final TextCipher cipher;

    public SqlAnswers(JpaTransactions transactions, TextCipher cipher) {
        this.transactions = transactions;
        this.cipher = cipher;
    }

    @Override
    public boolean take(KeyedRequest request) {
        return transactions
                        .sql()
                        .update(
                                TAKE,
                                request.tenant().value(),
                                request.key().text(),
                                request.fingerprint())
                == 1;
    }

    @Override
    public void keep(KeyedRequest request, Answer answer) {
        SealedText sealed =
                cipher.seal(of(request.tenant(), request.key()), Json.text(texts(answer)));
        var _ =
                transactions
                        .sql()
                        .update(
                                KEEP,
                                sealed.keyId(),
                                sealed.nonce(),
                                sealed.ciphertext(),
                                request.tenant().value(),
                                request.key().text());
    }

    @Override
    public Optional<KeptAnswer> find(TenantId tenant, IdempotencyKey key) {
        return transactions
                .sql()
                .first(FIND, row -> kept(tenant, key, row), tenant.value(), key.text());
    }

    private KeptAnswer kept(TenantId tenant, IdempotencyKey key, ResultSet row)
            throws SQLException {
        Columns columns = new Columns(row);
        Optional<SealedText> sealed =
                columns.optionalText("key_id").isPresent()
                        ? Optional.of(SealedText.of(columns))
                        : Optional.empty();
        return new KeptAnswer(
                columns.text("fingerprint"),
                sealed.map(text -> cipher.open(of(tenant, key), text))
                        .map(text -> answer(Json.texts(text))));
    }

    private static String of(TenantId tenant, IdempotencyKey key) {
        return "answer of tenant %s to %s".formatted(tenant, key);
    }

    private static Map<String, String> texts(Answer answer) {
        Map<String, String> texts = new TreeMap<>();
        answer.headers().forEach((name, value) -> texts.put(HEADER + name, value));
        texts.put(STATUS, Integer.toString(answer.status()));
        texts.put(BODY, answer.body());
        return texts;
    }

    private static Answer answer(Map<String, String> texts) {
        Map<String, String> headers = new TreeMap<>();
        texts.forEach(
                (name, value) -> {
                    if (name.startsWith(HEADER)) {
                        headers.put(name.substring(HEADER.length()), value);
                    }
                });
        return new Answer(Integer.parseInt(texts.get(STATUS)), headers, texts.get(BODY));
    }
}
