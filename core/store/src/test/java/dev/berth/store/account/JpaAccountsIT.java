package dev.berth.store.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.intent.account.Account;
import dev.berth.intent.account.Accounts;
import dev.berth.intent.account.NewAccount;
import dev.berth.model.Caller;
import dev.berth.model.ProjectId;
import dev.berth.model.Refusal;
import dev.berth.model.Role;
import dev.berth.model.TenantId;
import dev.berth.model.UserId;
import dev.berth.store.World;
import dev.berth.store.World.Tenant;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class JpaAccountsIT {

    private static final World WORLD = new World();

    private final Accounts accounts = WORLD.outer.accounts();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void nobodyIsThereUntilSomebodyIsAdded() {
        try (World empty = new World()) {
            Supplier<Boolean> anyone =
                    () -> empty.transactions.call(() -> empty.outer.accounts().anyone());
            assertThat(anyone.get()).isFalse();

            empty.tenant();

            assertThat(anyone.get()).isTrue();
        }
    }

    @Test
    void aUserIsFoundByHisAddress() {
        Tenant tenant = WORLD.tenant();

        Optional<Account> found = call(() -> accounts.byEmail(tenant.email()));

        assertThat(found).contains(tenant.account().account());
        assertThat(call(() -> accounts.byEmail("nobody@example.org"))).isEmpty();
    }

    @Test
    void anAddressIsTakenOnce() {
        Tenant tenant = WORLD.tenant();
        NewAccount again =
                new NewAccount(
                        new Account(new UserId(UUID.randomUUID()), tenant.email(), "hash"),
                        new TenantId(UUID.randomUUID()),
                        new ProjectId(UUID.randomUUID()));

        assertThatThrownBy(() -> WORLD.transactions.run(() -> accounts.add(again, World.NOW)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT));
    }

    @Test
    void aSessionActsForThePersonalTenantUntilItExpires() {
        Tenant tenant = WORLD.tenant();
        UUID session = UUID.randomUUID();
        WORLD.transactions.run(
                () -> accounts.openSession(session, tenant.user(), World.NOW.plusSeconds(60)));

        Optional<Caller> open = accounts.bySession(session, World.NOW);
        Optional<Caller> expired =
                accounts.bySession(session, World.NOW.plus(Duration.ofMinutes(1)));

        assertThat(open)
                .contains(
                        new Caller(
                                tenant.user(),
                                tenant.email(),
                                tenant.id(),
                                Role.OWNER,
                                Optional.of(session)));
        assertThat(expired).isEmpty();
    }

    @Test
    void anEndedSessionIsOfNoUse() {
        Tenant tenant = WORLD.tenant();
        UUID session = UUID.randomUUID();
        WORLD.transactions.run(
                () -> accounts.openSession(session, tenant.user(), World.NOW.plusSeconds(60)));

        WORLD.transactions.run(() -> accounts.endSession(session, World.NOW));
        WORLD.transactions.run(() -> accounts.endSession(session, World.NOW));

        assertThat(accounts.bySession(session, World.NOW)).isEmpty();
    }

    @Test
    void allSessionsOfAUserEndAndNoneOfAnother() {
        Tenant tenant = WORLD.tenant();
        Tenant other = WORLD.tenant();
        UUID first = session(tenant);
        UUID second = session(tenant);
        UUID others = session(other);

        WORLD.transactions.run(() -> accounts.endSessions(tenant.user(), World.NOW));

        assertThat(accounts.bySession(first, World.NOW)).isEmpty();
        assertThat(accounts.bySession(second, World.NOW)).isEmpty();
        assertThat(accounts.bySession(others, World.NOW)).isPresent();
    }

    @Test
    void aPasswordIsSetForOneUserAlone() {
        Tenant tenant = WORLD.tenant();
        Tenant other = WORLD.tenant();

        WORLD.transactions.run(() -> accounts.setPassword(tenant.user(), "another"));

        assertThat(call(() -> accounts.byEmail(tenant.email())))
                .map(Account::passwordHash)
                .contains("another");
        assertThat(call(() -> accounts.byEmail(other.email())))
                .map(Account::passwordHash)
                .contains("hash");
    }

    private static UUID session(Tenant tenant) {
        UUID session = UUID.randomUUID();
        WORLD.transactions.run(
                () ->
                        WORLD.outer
                                .accounts()
                                .openSession(session, tenant.user(), World.NOW.plusSeconds(60)));
        return session;
    }

    @Test
    void aProjectIsFoundInItsTenantAlone() {
        Tenant tenant = WORLD.tenant();
        Tenant other = WORLD.tenant();

        assertThat(call(() -> accounts.project(tenant.id(), "default"))).contains(tenant.project());
        assertThat(call(() -> accounts.project(other.id(), "default"))).contains(other.project());
        assertThat(call(() -> accounts.project(tenant.id(), "shop"))).isEmpty();
    }

    private static <T> T call(Supplier<T> work) {
        return WORLD.transactions.call(work);
    }
}
