package dev.berth.store;

import dev.berth.intent.info.Extensions;
import dev.berth.model.ConfiguredExtension;
import dev.berth.store.sql.JpaTransactions;
import java.util.List;

/** Reads what Inner published. */
final class JpaExtensions implements Extensions {

    private final JpaTransactions transactions;

    JpaExtensions(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<ConfiguredExtension> all() {
        return transactions
                .sql()
                .query(
                        """
                        SELECT kind, name, extension, plugin, bundled, active, message FROM extensions
                        ORDER BY kind, name
                        """,
                        row ->
                                new ConfiguredExtension(
                                        row.getString("kind"),
                                        row.getString("name"),
                                        row.getString("extension"),
                                        row.getString("plugin"),
                                        row.getBoolean("bundled"),
                                        row.getBoolean("active"),
                                        row.getString("message")));
    }
}
