package dev.berth.intent.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.intent.Callers;
import dev.berth.intent.FakeTransactions;
import dev.berth.model.Caller;
import dev.berth.model.Page;
import dev.berth.model.Paged;
import dev.berth.model.Refusal;
import dev.berth.model.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportsTest {

    private final FakeTransactions transactions = new FakeTransactions();
    private final InMemoryOperators operators = new InMemoryOperators(transactions);
    private final Caller caller = Callers.of(Role.OWNER);
    private final ReportedUser user =
            new ReportedUser(
                    caller.user(),
                    caller.email(),
                    Optional.of(caller.tenant()),
                    Instant.EPOCH,
                    Optional.empty());
    private final Reports reports =
            new Reports(transactions, operators, _ -> new Paged<>(List.of(user), 1));

    @Test
    void operatorSeesAllUsers() {
        transactions.run(() -> operators.add(caller.user()));

        assertThat(reports.list(caller, Page.FIRST).items()).containsExactly(user);
    }

    @Test
    void ownerOfATenantIsNoOperator() {
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> reports.list(caller, Page.FIRST));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.DENIED);
    }
}
