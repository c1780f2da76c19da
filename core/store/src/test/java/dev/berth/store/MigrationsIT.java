package dev.berth.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.store.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class MigrationsIT {

    private final TestDatabase database = TestDatabase.create();

    @Test
    void migratingTwiceChangesNothing() throws SQLException {
        String before = history();

        Migrations.migrate(database.url(), TestDatabase.PASSWORDS.owner());

        assertThat(history()).isEqualTo(before).isNotEmpty();
    }

    @Test
    void rolesAreMadeOnce() throws SQLException {
        try (Connection superuser = database.superuser().getConnection()) {
            Migrations.createRoles(superuser, TestDatabase.PASSWORDS);
        }

        try (Connection outer = database.outer().getConnection()) {
            assertThat(outer.isValid(1)).isTrue();
        }
    }

    @Test
    void aWrongPasswordIsSaidWithTheAddress() {
        assertThatThrownBy(() -> Migrations.migrate(database.url(), "wrong"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(database.url());
    }

    @Test
    void passwordsAreNotShown() {
        assertThat(TestDatabase.PASSWORDS.toString()).doesNotContain("secret");
    }

    private String history() throws SQLException {
        try (Connection owner = database.owner().getConnection();
                Statement statement = owner.createStatement();
                ResultSet rows =
                        statement.executeQuery(
                                "SELECT string_agg(h::text, E'\\n' ORDER BY installed_rank)"
                                        + " FROM flyway_schema_history h")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
