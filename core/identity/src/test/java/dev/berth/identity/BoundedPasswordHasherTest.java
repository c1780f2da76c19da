package dev.berth.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.intent.account.PasswordHasher;
import dev.berth.model.Refusal;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BoundedPasswordHasherTest {

    @Test
    void whoFindsAllPlacesTakenForTooLongIsToldToComeAgain() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        BoundedPasswordHasher bounded =
                new BoundedPasswordHasher(new Held(begun, go), 1, Duration.ZERO);
        Thread first = Thread.ofVirtual().start(() -> bounded.hash("first"));
        begun.await();

        Refusal refused = catchThrowableOfType(Refusal.class, () -> bounded.matches("x", "y"));

        go.countDown();
        first.join();
        assertThat(refused.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
        assertThat(bounded.hash("second")).isEqualTo("second");
    }

    /** Hashes when it is told to. */
    private record Held(CountDownLatch begun, CountDownLatch go) implements PasswordHasher {

        @Override
        public String hash(String password) {
            begun.countDown();
            try {
                go.await();
            } catch (InterruptedException stop) {
                throw new IllegalStateException(stop);
            }
            return password;
        }

        @Override
        public boolean matches(String password, String hash) {
            return hash(password).equals(hash);
        }
    }
}
