package dev.berth.store.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.berth.intent.audit.Asked;
import dev.berth.intent.audit.Audit;
import dev.berth.intent.audit.Deed;
import dev.berth.intent.audit.Entry;
import dev.berth.intent.audit.EntryFilter;
import dev.berth.intent.audit.Outcome;
import dev.berth.intent.audit.Target;
import dev.berth.intent.audit.WayIn;
import dev.berth.model.Caller;
import dev.berth.model.Page;
import dev.berth.model.Paged;
import dev.berth.model.Role;
import dev.berth.model.UserId;
import dev.berth.model.Worker;
import dev.berth.store.World;
import dev.berth.store.World.Tenant;
import dev.berth.work.cron.CronJob;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlAuditIT {

    private static final World WORLD = new World();
    private static final String REFUSED = "42501";

    private final Tenant ada = WORLD.tenant();
    private final Audit audit = new Audit(WORLD.transactions, WORLD.outer.audit());

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void entryIsCommittedWithItsChange() {
        Worker worker = World.unsaved(ada, "web");

        during(
                asked("worker.create"),
                () -> {
                    WORLD.outer.workers().add(worker, ada.user());
                    Deed.on("worker", worker.id()).changed("name", "web");
                });

        assertThat(entries(EntryFilter.NONE).items())
                .singleElement()
                .usingRecursiveComparison()
                .ignoringFields("number", "at")
                .isEqualTo(
                        new Entry(
                                0,
                                Instant.EPOCH,
                                Optional.of(ada.user()),
                                Optional.of(WayIn.TOKEN),
                                "2001:db8::1",
                                "request",
                                "worker.create",
                                new Target("worker", worker.id().value()),
                                Map.of("name", "web"),
                                Outcome.DONE,
                                OptionalInt.empty()));
        assertThat(
                        WORLD.number(
                                "SELECT count(*) FROM audit_log a JOIN workers w ON a.xmin = w.xmin"
                                        + " WHERE w.id = '"
                                        + worker.id()
                                        + "'"))
                .as("written by the same transaction")
                .isEqualTo(1);
    }

    @Test
    void entryIsRolledBackWithItsChange() {
        assertThatThrownBy(
                        () ->
                                during(
                                        asked("worker.create"),
                                        () -> {
                                            Deed.on("worker", "0badcafe");
                                            throw new IllegalStateException("of the test");
                                        }))
                .hasMessage("of the test");

        assertThat(entries(EntryFilter.NONE).items()).isEmpty();
    }

    @Test
    void refusalIsKeptWithItsStatus() {
        Deed deed = new Deed();
        deed.ask(asked("worker.delete"));

        audit.ended(deed, 404);

        assertThat(entries(EntryFilter.NONE).items())
                .extracting(Entry::outcome, Entry::status)
                .containsExactly(tuple(Outcome.REFUSED, OptionalInt.of(404)));
    }

    @Test
    void failedLoginIsSeenByItsUserAndThatOfNobodyByNobody() {
        long before = WORLD.number("SELECT count(*) FROM audit_log");

        login(Optional.of(ada.user()));
        login(Optional.empty());

        assertThat(entries(EntryFilter.NONE).items())
                .extracting(Entry::actor)
                .containsExactly(Optional.of(ada.user()));
        assertThat(WORLD.number("SELECT count(*) FROM audit_log")).isEqualTo(before + 2);
    }

    @Test
    void entriesAreFiltered() {
        note("worker.create", "a");
        note("worker.delete", "a");
        note("token.create", "b");
        Instant past = Instant.parse("2020-01-01T00:00:00Z");

        assertThat(operations(filter(Optional.of("worker.delete"), Optional.empty())))
                .containsExactly("worker.delete");
        assertThat(operations(filter(Optional.of("worker."), Optional.empty())))
                .containsExactly("worker.delete", "worker.create");
        assertThat(operations(filter(Optional.of("worker"), Optional.empty()))).isEmpty();
        assertThat(operations(filter(Optional.empty(), Optional.of("b"))))
                .containsExactly("token.create");
        assertThat(operations(actor(new UserId(UUID.randomUUID())))).isEmpty();
        assertThat(operations(actor(ada.user()))).hasSize(3);
        assertThat(operations(between(Optional.empty(), Optional.of(past)))).isEmpty();
        assertThat(operations(between(Optional.of(past), Optional.empty()))).hasSize(3);
    }

    @Test
    void entriesArePagedNewestFirst() {
        note("worker.create", "1");
        note("worker.create", "2");
        note("worker.create", "3");

        Paged<Entry> page = audit.list(admin(), EntryFilter.NONE, new Page(1, 1));

        assertThat(page.total()).isEqualTo(3);
        assertThat(page.items()).extracting(entry -> entry.target().id()).containsExactly("2");
    }

    @Test
    void foreignTenantSeesNothing() {
        note("worker.create", "a");

        assertThat(audit.list(admin(WORLD.tenant()), EntryFilter.NONE, Page.FIRST).items())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_log SET actor = NULL",
                "DELETE FROM audit_log",
                "TRUNCATE audit_log",
                "INSERT INTO audit_log (at) VALUES (now())",
                "DROP TABLE audit_log"
            })
    void neitherGatewayTakesAnEntryBack(String statement) {
        for (DataSource role : List.of(WORLD.database.outer(), WORLD.database.inner())) {
            assertThat(attempt(role, statement)).isEqualTo(REFUSED);
        }
    }

    @Test
    void outerCannotPurgeAndInnerNotTheLastWeek() {
        note("worker.create", "a");

        assertThat(attempt(WORLD.database.outer(), "SELECT purge_audit('0')")).isEqualTo(REFUSED);
        assertThat(attempt(WORLD.database.inner(), "SELECT purge_audit('0')")).isEmpty();

        assertThat(entries(EntryFilter.NONE).total()).isEqualTo(1);
    }

    @Test
    void whatIsOlderThanTheSettingGoes() {
        note("worker.create", "old");
        WORLD.sql("ALTER TABLE audit_log DISABLE TRIGGER immutable");
        WORLD.sql("UPDATE audit_log SET at = now() - interval '30 days'");
        WORLD.sql("ALTER TABLE audit_log ENABLE TRIGGER immutable");
        note("worker.create", "new");
        CronJob purge = new CronJob.PurgeAudit(Duration.ofDays(20));
        WORLD.inner.cron().fire(purge, Duration.ZERO);

        WORLD.inner.cron().fire(purge, Duration.ZERO);

        assertThat(entries(EntryFilter.NONE).items())
                .extracting(entry -> entry.target().id())
                .containsExactly("new");
    }

    private void login(Optional<UserId> user) {
        Deed deed = new Deed();
        deed.ask(new Asked("auth.login", "", Optional.empty(), Optional.empty(), "::1", "request"));
        deed.during(
                () -> {
                    Deed.on("user", user.map(UserId::toString).orElse(""));
                    user.ifPresent(Deed::by);
                    return true;
                });
        audit.ended(deed, 401);
    }

    private void note(String operation, String target) {
        during(asked(operation), () -> Deed.on("thing", target));
    }

    private static void during(Asked asked, Runnable work) {
        Deed deed = new Deed();
        deed.ask(asked);
        deed.during(
                () -> {
                    WORLD.transactions.run(work);
                    return true;
                });
    }

    private Asked asked(String operation) {
        return new Asked(
                operation,
                "",
                Optional.of(admin()),
                Optional.of(WayIn.TOKEN),
                "2001:db8::1",
                "request");
    }

    private Caller admin() {
        return admin(ada);
    }

    private static Caller admin(Tenant tenant) {
        return new Caller(tenant.user(), tenant.email(), tenant.id(), Role.ADMIN, Optional.empty());
    }

    private Paged<Entry> entries(EntryFilter filter) {
        return audit.list(admin(), filter, Page.FIRST);
    }

    private List<String> operations(EntryFilter filter) {
        return entries(filter).items().stream().map(Entry::operation).toList();
    }

    private static EntryFilter filter(Optional<String> operation, Optional<String> target) {
        return new EntryFilter(
                Optional.empty(), operation, target, Optional.empty(), Optional.empty());
    }

    private static EntryFilter actor(UserId actor) {
        return new EntryFilter(
                Optional.of(actor),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static EntryFilter between(Optional<Instant> from, Optional<Instant> to) {
        return new EntryFilter(Optional.empty(), Optional.empty(), Optional.empty(), from, to);
    }

    /** Returns the state that an attempt fails with; empty where it succeeds. */
    private static String attempt(DataSource role, String text) {
        try (Connection connection = role.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(text);
            return "";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }
}
