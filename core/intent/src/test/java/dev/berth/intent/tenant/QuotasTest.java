package dev.berth.intent.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.intent.Callers;
import dev.berth.intent.FakeTransactions;
import dev.berth.model.Caller;
import dev.berth.model.Refusal;
import dev.berth.model.Role;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class QuotasTest {

    private final FakeTransactions transactions = new FakeTransactions();
    private final InMemoryQuotas store = new InMemoryQuotas(transactions);
    private final Quotas quotas =
            new Quotas(transactions, store, Map.of(Quota.WORKERS, 3L, Quota.REPLICAS, 5L));
    private final Caller caller = Callers.of(Role.OWNER);

    @Test
    void tenantWithoutQuotasHasNoLimitsAndWaitsForNobody() {
        store.use(Quota.WORKERS, Long.MAX_VALUE);

        transactions.run(() -> quotas.mustFit(caller.tenant(), Quota.WORKERS, Long.MAX_VALUE));

        assertThat(store.locks()).isZero();
    }

    @Test
    void whatJustFitsIsAllowed() {
        begin();
        store.use(Quota.WORKERS, 2);

        transactions.run(() -> quotas.mustFit(caller.tenant(), Quota.WORKERS, 1));

        assertThat(store.locks()).isEqualTo(1);
    }

    @Test
    void whatDoesNotFitIsRefusedWithNameLimitAndUse() {
        begin();
        store.use(Quota.WORKERS, 3);
        store.use(Quota.REPLICAS, 4);

        Refusal refused =
                catchThrowableOfType(
                        Refusal.class,
                        () ->
                                transactions.run(
                                        () ->
                                                quotas.mustFit(
                                                        caller.tenant(),
                                                        Map.of(
                                                                Quota.WORKERS, 1L,
                                                                Quota.REPLICAS, 2L,
                                                                Quota.MEMORY, 99L))));

        assertThat(refused.kind()).isEqualTo(Refusal.Kind.EXHAUSTED);
        assertThat(refused)
                .hasMessage(
                        "the quota 'workers' is 3, of which 3 are used, and this takes 1 more; the"
                                + " quota 'replicas' is 5, of which 4 are used, and this takes 2"
                                + " more; delete what is not needed, or ask the operator for more");
    }

    @Test
    void moreThanANumberCanSayIsRefusedToo() {
        begin();
        store.use(Quota.WORKERS, Long.MAX_VALUE);

        assertThat(
                        catchThrowableOfType(
                                Refusal.class,
                                () ->
                                        transactions.run(
                                                () ->
                                                        quotas.mustFit(
                                                                caller.tenant(),
                                                                Quota.WORKERS,
                                                                Long.MAX_VALUE))))
                .isNotNull();
    }

    @Test
    void allAreListedWithWhatIsUsed() {
        begin();
        store.use(Quota.WORKERS, 2);

        assertThat(quotas.list(caller))
                .hasSize(Quota.values().length)
                .contains(
                        new QuotaUse(Quota.WORKERS, OptionalLong.of(3), 2),
                        new QuotaUse(Quota.MEMORY, OptionalLong.empty(), 0));
    }

    private void begin() {
        transactions.run(() -> quotas.begin(caller.tenant()));
    }
}
