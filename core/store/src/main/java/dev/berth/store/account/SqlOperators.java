package dev.berth.store.account;

import dev.berth.intent.report.OperatorStore;
import dev.berth.model.UserId;
import dev.berth.store.sql.JpaTransactions;

/** Keeps who is an operator. */
public record SqlOperators(JpaTransactions transactions) implements OperatorStore {

    @Override
    public boolean has(UserId user) {
        return transactions
                .sql()
                .first("SELECT FROM operators WHERE user_id = ?", _ -> true, user.value())
                .isPresent();
    }

    @Override
    public void add(UserId user) {
        var _ =
                transactions
                        .sql()
                        .update("INSERT INTO operators (user_id) VALUES (?)", user.value());
    }
}
