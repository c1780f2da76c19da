package dev.berth.store.tenant;

import dev.berth.intent.tenant.ProjectStore;
import dev.berth.model.Page;
import dev.berth.model.Paged;
import dev.berth.model.Project;
import dev.berth.model.ProjectId;
import dev.berth.model.Refusal;
import dev.berth.model.TenantId;
import dev.berth.store.sql.Columns;
import dev.berth.store.sql.JpaTransactions;
import dev.berth.store.sql.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Keeps projects. */
public final class SqlProjects implements ProjectStore {

    private static final String ADD =
            """
            INSERT INTO projects (id, tenant_id, name, created_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (tenant_id, name) DO NOTHING
            """;
    private static final String LIST =
            """
            SELECT id, name, created_at FROM projects WHERE tenant_id = ?
            ORDER BY created_at, id LIMIT ? OFFSET ?
            """;

    private final JpaTransactions transactions;

    public SqlProjects(JpaTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Paged<Project> list(TenantId tenant, Page page) {
        Sql sql = transactions.sql();
        return new Paged<>(
                sql.query(LIST, SqlProjects::read, tenant.value(), page.limit(), page.offset()),
                sql.first(
                                "SELECT count(*) FROM projects WHERE tenant_id = ?",
                                row -> row.getLong(1),
                                tenant.value())
                        .orElseThrow());
    }

    @Override
    public void add(TenantId tenant, Project project) {
        int added =
                transactions
                        .sql()
                        .update(
                                ADD,
                                project.id().value(),
                                tenant.value(),
                                project.name(),
                                project.createdAt());
        if (added == 0) {
            throw Refusal.of(
                    Refusal.Kind.CONFLICT,
                    "cannot make the project: there is one with the name '"
                            + project.name()
                            + "'; choose another");
        }
    }

    private static Project read(ResultSet row) throws SQLException {
        Columns columns = new Columns(row);
        return new Project(
                new ProjectId(columns.id("id")),
                columns.text("name"),
                columns.moment("created_at"));
    }
}
