package dev.berth.store.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.intent.account.AttemptKey;
import dev.berth.intent.account.AttemptStore;
import dev.berth.intent.account.Attempts;
import dev.berth.intent.account.Throttle;
import dev.berth.model.Refusal;
import dev.berth.model.TenantId;
import dev.berth.store.World;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SqlAttemptsIT {

    private static final World WORLD = new World();
    private static final int ALLOWED = 50;

    private final AttemptStore attempts = WORLD.outer.attempts();
    private final AttemptKey key = new AttemptKey("%064x".formatted(UUID.randomUUID().hashCode()));

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void attemptsAreKeptUntilTheyAreForgotten() {
        Attempts kept =
                new Attempts(3, World.NOW.plusSeconds(1), World.NOW.plus(Duration.ofHours(1)));

        put(kept);
        Optional<Attempts> found = found();
        WORLD.transactions.run(() -> attempts.forget(key));

        assertThat(found).contains(kept);
        assertThat(found().orElseThrow().count()).isZero();
    }

    @Test
    void whatIsOldIsSwept() {
        put(new Attempts(1, Instant.EPOCH, World.NOW.minusSeconds(1)));

        WORLD.transactions.run(() -> attempts.sweep(World.NOW));

        assertThat(WORLD.number("SELECT count(*) FROM attempts WHERE key = '" + key.sha256() + "'"))
                .isZero();
    }

    @Test
    void manyAtOnceGetNoFurtherThanOneByOne() {
        Throttle throttle = new Throttle(attempts, InstantSource.fixed(World.NOW));
        TenantId tenant = new TenantId(UUID.randomUUID());
        AtomicInteger allowed = new AtomicInteger();

        try (ExecutorService crowd = Executors.newFixedThreadPool(8)) {
            for (int n = 0; n < ALLOWED + 30; n++) {
                crowd.execute(
                        () -> {
                            try {
                                WORLD.transactions.run(() -> throttle.invitation(tenant));
                                allowed.incrementAndGet();
                            } catch (Refusal refused) {
                                assertThat(refused.kind()).isEqualTo(Refusal.Kind.EXHAUSTED);
                            }
                        });
            }
        }

        assertThat(allowed).hasValue(ALLOWED);
    }

    private void put(Attempts kept) {
        WORLD.transactions.run(
                () -> {
                    var _ = attempts.lock(key);
                    attempts.put(key, kept);
                });
    }

    private Optional<Attempts> found() {
        return WORLD.transactions.call(() -> attempts.lock(key));
    }
}
