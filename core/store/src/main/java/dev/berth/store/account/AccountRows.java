package dev.berth.store.account;

import dev.berth.intent.account.NewAccount;
import dev.berth.model.Role;
import dev.berth.store.sql.Words;
import java.time.Instant;
import java.util.List;

/** Makes the rows of a new account. */
final class AccountRows {

    private AccountRows() {}

    /** Returns them, each after those that it needs. */
    static List<Object> of(NewAccount account, Instant now) {
        return List.of(
                user(account, now), tenant(account, now), member(account), project(account, now));
    }

    private static UserRow user(NewAccount account, Instant now) {
        UserRow row = new UserRow();
        row.id = account.account().user().value();
        row.email = account.account().email();
        row.passwordHash = account.account().passwordHash();
        row.createdAt = now;
        return row;
    }

    private static TenantRow tenant(NewAccount account, Instant now) {
        TenantRow row = new TenantRow();
        row.id = account.tenant().value();
        row.personalOf = account.account().user().value();
        row.createdAt = now;
        return row;
    }

    private static MemberRow member(NewAccount account) {
        MemberRow row = new MemberRow();
        row.tenantId = account.tenant().value();
        row.userId = account.account().user().value();
        row.role = Words.of(Role.OWNER);
        return row;
    }

    private static ProjectRow project(NewAccount account, Instant now) {
        ProjectRow row = new ProjectRow();
        row.id = account.project().value();
        row.tenantId = account.tenant().value();
        row.name = NewAccount.DEFAULT_PROJECT;
        row.createdAt = now;
        return row;
    }
}
