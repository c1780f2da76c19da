package dev.berth.intent.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.intent.Callers;
import dev.berth.intent.FakeTransactions;
import dev.berth.intent.Transactions;
import dev.berth.model.Caller;
import dev.berth.model.Page;
import dev.berth.model.Refusal;
import dev.berth.model.Role;
import dev.berth.model.UserId;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class AuditTest {

    private static final Caller ADA = Callers.of(Role.DEVELOPER);

    private final FakeTransactions plain = new FakeTransactions();
    private final InMemoryAudit log = new InMemoryAudit(plain);
    private final Transactions transactions = new AuditedTransactions(plain, log);
    private final Audit audit = new Audit(transactions, log);
    private final Deed deed = new Deed();

    @Test
    void whatIsNotedInATransactionIsKeptInIt() {
        deed.ask(asked(Optional.of(ADA)));

        during(() -> Deed.on("worker", "0badcafe").changed("name", "web"));
        audit.ended(deed, 200);

        assertThat(log.entries())
                .containsExactly(
                        new NewEntry(
                                asked(Optional.of(ADA)),
                                Optional.of(ADA.user()),
                                new Target("worker", "0badcafe"),
                                Map.of("name", "web"),
                                Outcome.DONE,
                                OptionalInt.empty()));
    }

    @Test
    void whatIsRolledBackIsKeptAsRefusedOnce() {
        deed.ask(asked(Optional.of(ADA)));
        var _ =
                catchThrowable(
                        () ->
                                during(
                                        () -> {
                                            Deed.on("worker", "0badcafe");
                                            throw Refusal.of(Refusal.Kind.CONFLICT, "taken");
                                        }));

        audit.ended(deed, 409);

        assertThat(log.entries())
                .singleElement()
                .satisfies(
                        entry -> {
                            assertThat(entry.outcome()).isEqualTo(Outcome.REFUSED);
                            assertThat(entry.status()).hasValue(409);
                            assertThat(entry.target().id()).isEqualTo("0badcafe");
                        });
    }

    @Test
    void whatAnAttemptNotedBeforeItLostARaceIsForgotten() {
        AtomicInteger tries = new AtomicInteger();
        Transactions audited = new AuditedTransactions(new Twice(plain), log);
        deed.ask(asked(Optional.of(ADA)));

        deed.during(
                () -> {
                    audited.run(
                            () ->
                                    Deed.on("worker", "0badcafe")
                                            .changed("try " + tries.incrementAndGet(), "made"));
                    return true;
                });

        assertThat(log.entries().getLast().changes()).isEqualTo(Map.of("try 2", "made"));
    }

    @Test
    void aChangeThatNobodyNotedIsAddedAtItsEnd() {
        deed.ask(asked(Optional.of(ADA)));

        during(() -> {});
        audit.ended(deed, 200);

        assertThat(log.entries())
                .singleElement()
                .satisfies(
                        entry -> {
                            assertThat(entry.outcome()).isEqualTo(Outcome.DONE);
                            assertThat(entry.target()).isEqualTo(new Target("worker", "path"));
                        });
    }

    @Test
    void whoIsUnknownLeavesNoLineUnlessAUseCaseSaysSo() {
        UserId suspect = new UserId(UUID.randomUUID());
        deed.ask(asked(Optional.empty()));

        audit.ended(deed, 400);
        deed.during(
                () -> {
                    Deed.by(suspect);
                    return true;
                });
        audit.ended(deed, 401);

        assertThat(log.entries())
                .singleElement()
                .extracting(NewEntry::actor)
                .isEqualTo(Optional.of(suspect));
    }

    @Test
    void faultsAreFailuresAndADatabaseThatIsAwayIsNotAskedAgain() {
        deed.ask(asked(Optional.of(ADA)));

        audit.ended(deed, 503);
        audit.ended(deed, 500);

        assertThat(log.entries())
                .singleElement()
                .extracting(NewEntry::outcome)
                .isEqualTo(Outcome.FAILED);
    }

    @Test
    void aWholeTransactionKeepsOneEntryWithAllThatWasNotedInIt() {
        deed.ask(asked(Optional.of(ADA)));

        whole(
                () -> {
                    transactions.run(() -> Deed.on("worker", "0badcafe").changed("name", "web"));
                    transactions.run(() -> Deed.on("worker", "0badcafe").changed("project", "x"));
                });
        audit.ended(deed, 200);

        assertThat(log.entries())
                .singleElement()
                .extracting(NewEntry::changes)
                .isEqualTo(Map.of("name", "web", "project", "x"));
    }

    @Test
    void whatAWholeTransactionRollsBackIsKeptAsRefusedOnce() {
        deed.ask(asked(Optional.of(ADA)));
        var _ =
                catchThrowable(
                        () ->
                                whole(
                                        () -> {
                                            transactions.run(() -> Deed.on("worker", "0badcafe"));
                                            throw Refusal.of(Refusal.Kind.CONFLICT, "taken");
                                        }));

        audit.ended(deed, 409);

        assertThat(log.entries())
                .singleElement()
                .satisfies(
                        entry -> {
                            assertThat(entry.outcome()).isEqualTo(Outcome.REFUSED);
                            assertThat(entry.target().id()).isEqualTo("0badcafe");
                        });
    }

    @Test
    void whatIsToBeDoneAfterwardsDoesNotUndoWhatIsKept() {
        deed.ask(asked(Optional.of(ADA)));
        var _ =
                catchThrowable(
                        () ->
                                whole(
                                        () -> {
                                            transactions.run(() -> Deed.on("worker", "0badcafe"));
                                            transactions.afterwards(AuditTest::fail);
                                        }));

        audit.ended(deed, 500);

        assertThat(log.entries())
                .singleElement()
                .extracting(NewEntry::outcome)
                .isEqualTo(Outcome.DONE);
    }

    @Test
    void whatWasDoneBeforeLeavesNoSecondEntry() {
        deed.ask(asked(Optional.of(ADA)));

        whole(Deed::again);
        audit.ended(deed, 200);

        assertThat(log.entries()).isEmpty();
    }

    @Test
    void outsideOfARequestNothingIsKept() {
        transactions.run(() -> Deed.on("worker", "0badcafe"));

        assertThat(log.entries()).isEmpty();
    }

    @Test
    void longAndUnprintableTextIsCutAndMadePlain() {
        Target target = new Target("worker", "a\u0000b\n" + "c".repeat(1000));

        assertThat(target.id()).hasSize(300).startsWith("a\uFFFDb\uFFFDc").endsWith("…");
    }

    @Test
    void onlyAdminsSeeTheLog() {
        Refusal refusal =
                catchThrowableOfType(
                        Refusal.class, () -> audit.list(ADA, EntryFilter.NONE, Page.FIRST));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.DENIED);
        assertThat(audit.list(Callers.of(Role.ADMIN), EntryFilter.NONE, Page.FIRST).items())
                .isEmpty();
    }

    private void during(Runnable work) {
        deed.during(
                () -> {
                    transactions.run(work);
                    return true;
                });
    }

    private void whole(Runnable work) {
        deed.during(
                () ->
                        transactions.whole(
                                () -> {
                                    work.run();
                                    return true;
                                }));
    }

    private static void fail() {
        throw new IllegalStateException("it is away");
    }

    private static Asked asked(Optional<Caller> caller) {
        return new Asked(
                "worker.create", "path", caller, caller.map(WayIn::of), "127.0.0.1", "request");
    }

    /** Each transaction loses a race once, at its end. */
    private record Twice(FakeTransactions transactions) implements Transactions {

        @Override
        public <T> T call(Supplier<T> work) {
            var _ =
                    catchThrowable(
                            () ->
                                    transactions.call(
                                            () -> {
                                                var _ = work.get();
                                                throw new IllegalStateException("a race is lost");
                                            }));
            return transactions.call(work);
        }

        @Override
        public <T> T whole(Supplier<T> work) {
            return transactions.whole(work);
        }

        @Override
        public void afterwards(Runnable action) {
            transactions.afterwards(action);
        }
    }
}
