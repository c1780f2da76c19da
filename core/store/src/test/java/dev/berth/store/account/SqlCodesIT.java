package dev.berth.store.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.intent.account.CodeStore;
import dev.berth.intent.account.Origin;
import dev.berth.model.Email;
import dev.berth.store.World;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class SqlCodesIT {

    private static final World WORLD = new World();
    private static final Origin HOME = new Origin("192.0.2.1");
    private static final Origin ELSEWHERE = new Origin("198.51.100.7");
    private static final String FIRST = "a".repeat(64);
    private static final String SECOND = "b".repeat(64);
    private static final int MOST = 5;

    private final CodeStore codes = WORLD.outer.codes();
    private final Email email = new Email(UUID.randomUUID() + "@example.org");

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void codeIsFoundAtThePlaceThatAskedForItAlone() {
        put(HOME, FIRST);
        put(ELSEWHERE, SECOND);

        assertThat(attempt(HOME)).contains(FIRST);
        assertThat(attempt(ELSEWHERE)).contains(SECOND);
        assertThat(attempt(new Origin("192.0.2.2"))).isEmpty();
    }

    @Test
    void triesAreCountedExactlyThoughManyComeAtOnce() {
        put(HOME, FIRST);
        AtomicInteger allowed = new AtomicInteger();

        try (ExecutorService crowd = Executors.newFixedThreadPool(8)) {
            for (int n = 0; n < 40; n++) {
                crowd.execute(() -> attempt(HOME).ifPresent(_ -> allowed.incrementAndGet()));
            }
        }

        assertThat(allowed).hasValue(MOST);
        put(HOME, SECOND);
        assertThat(attempt(HOME)).contains(SECOND);
    }

    @Test
    void codeIsRemovedOnceByItsHash() {
        put(HOME, FIRST);

        assertThat(remove(SECOND)).isFalse();
        assertThat(remove(FIRST)).isTrue();
        assertThat(remove(FIRST)).isFalse();
    }

    @Test
    void codeThatIsOverIsNotFoundAndSwept() {
        WORLD.transactions.run(() -> codes.put(email, HOME, FIRST, World.NOW));

        assertThat(attempt(HOME)).isEmpty();
        WORLD.transactions.run(() -> codes.sweep(World.NOW.plusSeconds(1)));
        assertThat(WORLD.number("SELECT count(*) FROM codes WHERE email = '" + email + "'"))
                .isZero();
    }

    private void put(Origin origin, String hash) {
        WORLD.transactions.run(() -> codes.put(email, origin, hash, World.NOW.plusSeconds(600)));
    }

    private Optional<String> attempt(Origin origin) {
        return WORLD.transactions.call(() -> codes.attempt(email, origin, World.NOW, MOST));
    }

    private boolean remove(String hash) {
        return WORLD.transactions.call(() -> codes.remove(email, HOME, hash));
    }
}
