package dev.berth.intent.account;

import dev.berth.intent.FakeTransactions;
import dev.berth.model.Caller;
import dev.berth.model.ProjectId;
import dev.berth.model.Rights;
import dev.berth.model.Role;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Keeps accounts for the length of a test. */
public final class InMemoryAccounts implements Accounts {

    private final FakeTransactions transactions;
    private final List<NewAccount> accounts = new ArrayList<>();
    private final Map<UUID, OpenSession> sessions = new HashMap<>();
    private final Map<TenantId, ProjectId> projects = new HashMap<>();

    /** Creates it empty. */
    public InMemoryAccounts(FakeTransactions transactions) {
        this.transactions = transactions;
    }

    /** Returns how many users there are; needs no transaction. */
    public int size() {
        return accounts.size();
    }

    /** Gives {@code tenant} its first project and returns it; needs no transaction. */
    public ProjectId addProject(TenantId tenant) {
        return projects.computeIfAbsent(tenant, _ -> new ProjectId(UUID.randomUUID()));
    }

    @Override
    public boolean anyone() {
        transactions.mustBeOpen();
        return !accounts.isEmpty();
    }

    @Override
    public void add(NewAccount account, Instant now) {
        transactions.mustBeOpen();
        accounts.add(account);
        projects.put(account.tenant(), account.project());
    }

    @Override
    public Optional<Account> byEmail(String email) {
        transactions.mustBeOpen();
        return accounts.stream()
                .map(NewAccount::account)
                .filter(account -> account.email().equals(email))
                .findAny();
    }

    @Override
    public void openSession(UUID session, UserId user, Instant expires) {
        transactions.mustBeOpen();
        sessions.put(session, new OpenSession(user, expires));
    }

    @Override
    public void setPassword(UserId user, String passwordHash) {
        transactions.mustBeOpen();
        accounts.replaceAll(
                one ->
                        one.account().user().equals(user)
                                ? new NewAccount(
                                        new Account(user, one.account().email(), passwordHash),
                                        one.tenant(),
                                        one.project())
                                : one);
    }

    @Override
    public void endSessions(UserId user, Instant now) {
        transactions.mustBeOpen();
        sessions.values().removeIf(open -> open.user().equals(user));
    }

    @Override
    public void endSession(UUID session, Instant now) {
        transactions.mustBeOpen();
        sessions.remove(session);
    }

    @Override
    public Optional<Caller> bySession(UUID session, Instant now) {
        return Optional.ofNullable(sessions.get(session))
                .filter(open -> now.isBefore(open.expires()))
                .map(open -> caller(open.user(), Optional.of(session)));
    }

    /** Returns {@code user}, acting for his tenant with those rights; needs no transaction. */
    Caller caller(UserId user, Rights rights) {
        Caller caller = caller(user, Optional.empty());
        return new Caller(
                user, caller.email(), caller.tenant(), caller.role(), Optional.empty(), rights);
    }

    @Override
    public Optional<ProjectId> project(TenantId tenant, String name) {
        transactions.mustBeOpen();
        return Optional.ofNullable(projects.get(tenant))
                .filter(_ -> name.equals(NewAccount.DEFAULT_PROJECT));
    }

    private Caller caller(UserId user, Optional<UUID> session) {
        NewAccount of =
                accounts.stream()
                        .filter(one -> one.account().user().equals(user))
                        .findAny()
                        .orElseThrow();
        return new Caller(user, of.account().email(), of.tenant(), Role.OWNER, session);
    }

    private record OpenSession(UserId user, Instant expires) {}
}
