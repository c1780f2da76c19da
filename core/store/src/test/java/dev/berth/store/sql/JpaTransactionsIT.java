package dev.berth.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.berth.intent.Transactions;
import dev.berth.model.Refusal;
import dev.berth.spi.PluginException;
import dev.berth.spi.SourceDigest;
import dev.berth.store.InnerStore;
import dev.berth.store.OuterStore;
import dev.berth.store.World;
import dev.berth.store.World.Tenant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class JpaTransactionsIT {

    private static final World WORLD = new World();

    private final Transactions transactions = WORLD.transactions;

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void whatThrowsIsRolledBack() {
        Tenant tenant = WORLD.tenant();
        var worker = World.unsaved(tenant, "web");
        IllegalStateException thrown = new IllegalStateException("no");

        assertThatThrownBy(
                        () ->
                                transactions.run(
                                        () -> {
                                            WORLD.outer.workers().add(worker, tenant.user());
                                            throw thrown;
                                        }))
                .isSameAs(thrown);

        assertThat(transactions.call(() -> WORLD.outer.workers().find(tenant.id(), worker.id())))
                .isEmpty();
    }

    @Test
    void readsSeeWhatTheSameTransactionWrote() {
        Tenant tenant = WORLD.tenant();

        boolean seen =
                transactions.call(
                        () -> {
                            var worker = World.unsaved(tenant, "web");
                            WORLD.outer.workers().add(worker, tenant.user());
                            return WORLD.outer.workers().find(tenant.id(), worker.id()).isPresent();
                        });

        assertThat(seen).isTrue();
    }

    @Test
    void transactionsWithinAWholeArePartsOfIt() {
        Tenant tenant = WORLD.tenant();
        var worker = World.unsaved(tenant, "web");
        IllegalStateException thrown = new IllegalStateException("no");
        AtomicBoolean followed = new AtomicBoolean();

        assertThatThrownBy(
                        () ->
                                transactions.whole(
                                        () -> {
                                            transactions.run(
                                                    () ->
                                                            WORLD.outer
                                                                    .workers()
                                                                    .add(worker, tenant.user()));
                                            transactions.afterwards(() -> followed.set(true));
                                            throw thrown;
                                        }))
                .isSameAs(thrown);

        assertThat(transactions.call(() -> WORLD.outer.workers().find(tenant.id(), worker.id())))
                .isEmpty();
        assertThat(followed).isFalse();
    }

    @Test
    void whatFollowsAWholeSeesItCommitted() {
        Tenant tenant = WORLD.tenant();
        var worker = World.unsaved(tenant, "web");
        AtomicBoolean seen = new AtomicBoolean();

        transactions.whole(
                () -> {
                    transactions.afterwards(
                            () ->
                                    seen.set(
                                            WORLD.number(
                                                            "SELECT count(*) FROM workers WHERE id"
                                                                    + " = '%s'"
                                                                            .formatted(worker.id()))
                                                    == 1));
                    transactions.run(() -> WORLD.outer.workers().add(worker, tenant.user()));
                    return true;
                });

        assertThat(seen).isTrue();
    }

    @Test
    void whatFollowsNothingIsDoneAtOnce() {
        AtomicBoolean followed = new AtomicBoolean();

        transactions.afterwards(() -> followed.set(true));

        assertThat(followed).isTrue();
    }

    @Test
    void textThatPostgresqlDoesNotKnowIsTheClientsMistake() {
        assertThatThrownBy(
                        () ->
                                transactions.call(
                                        () -> WORLD.outer.accounts().byEmail("a\0@example.org")))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED));
    }

    @Test
    void transactionsAreNotNested() {
        assertThatThrownBy(() -> transactions.run(() -> transactions.run(() -> {})))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("inside of another");
    }

    @Test
    void aPortNeedsATransaction() {
        assertThatThrownBy(() -> WORLD.outer.accounts().anyone())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("needs a transaction");
    }

    @Test
    void whoLosesARaceRunsAgain() {
        Tenant tenant = WORLD.tenant();
        UUID taken = session(tenant, UUID.randomUUID());
        AtomicInteger runs = new AtomicInteger();

        transactions.run(
                () -> open(tenant, runs.incrementAndGet() == 1 ? taken : UUID.randomUUID()));

        assertThat(runs).hasValue(2);
        assertThat(
                        WORLD.number(
                                "SELECT count(*) FROM sessions WHERE user_id = '"
                                        + tenant.user()
                                        + "'"))
                .isEqualTo(2);
    }

    @Test
    void whoAlwaysLosesGivesUp() {
        Tenant tenant = WORLD.tenant();
        UUID taken = session(tenant, UUID.randomUUID());
        AtomicInteger runs = new AtomicInteger();

        assertThatThrownBy(
                        () ->
                                transactions.run(
                                        () -> {
                                            runs.incrementAndGet();
                                            open(tenant, taken);
                                        }))
                .hasStackTraceContaining("sessions_pkey")
                .hasMessageNotContaining(taken.toString());
        assertThat(runs).hasValue(4);
    }

    @Test
    void aDatabaseThatGoesAwayIsUnavailableUntilItIsBack() {
        unavailable(
                () ->
                        transactions.run(
                                () -> {
                                    killOthers();
                                    WORLD.outer.accounts().anyone();
                                }));

        assertThat(transactions.call(() -> WORLD.outer.accounts().byEmail("nobody"))).isEmpty();
    }

    @Test
    void aConnectionThatIsDeadBeforeTheCommitIsReplaced() {
        AtomicInteger runs = new AtomicInteger();

        boolean anyone =
                transactions.call(
                        () -> {
                            if (runs.incrementAndGet() == 1) {
                                killOthers();
                            }
                            return WORLD.outer.accounts().anyone();
                        });

        assertThat(runs).hasValue(2);
        assertThat(anyone).isEqualTo(WORLD.number("SELECT count(*) FROM users") > 0);
    }

    @Test
    void whatMayBeCommittedIsNotDoneAgain() {
        AtomicInteger runs = new AtomicInteger();

        unavailable(
                () ->
                        transactions.run(
                                () -> {
                                    runs.incrementAndGet();
                                    WORLD.outer.accounts().anyone();
                                    killOthers();
                                }));

        assertThat(runs).hasValue(1);
    }

    @Test
    void aStoreOpensWhileTheDatabaseIsAway() {
        PGSimpleDataSource gone = new PGSimpleDataSource();
        gone.setUrl("jdbc:postgresql://127.0.0.1:1/nothing");
        AtomicBoolean away = new AtomicBoolean(true);
        DataSource sometimes = new SwitchedDataSource(away, gone, WORLD.database.outer());
        try (OuterStore store = OuterStore.open(sometimes, World.KEY)) {
            unavailable(() -> store.transactions().call(store.accounts()::anyone));
            unavailable(() -> store.transactions().call(store.accounts()::anyone));

            away.set(false);

            store.transactions().run(() -> store.accounts().byEmail("nobody"));
        }
    }

    @Test
    void innersSourcesAreUnavailableToo() {
        PGSimpleDataSource gone = new PGSimpleDataSource();
        gone.setUrl("jdbc:postgresql://127.0.0.1:1/nothing");
        try (InnerStore store = InnerStore.open(gone, World.KEY)) {
            assertThatThrownBy(() -> store.sources().open(new SourceDigest("0".repeat(64))))
                    .isInstanceOfSatisfying(
                            PluginException.class,
                            e -> assertThat(e.kind()).isEqualTo(PluginException.Kind.UNAVAILABLE));
        }
    }

    private static void unavailable(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE));
    }

    private static void killOthers() {
        WORLD.number(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                        + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
    }

    private UUID session(Tenant tenant, UUID id) {
        transactions.run(() -> open(tenant, id));
        return id;
    }

    private static void open(Tenant tenant, UUID session) {
        WORLD.outer.accounts().openSession(session, tenant.user(), World.NOW);
    }
}
