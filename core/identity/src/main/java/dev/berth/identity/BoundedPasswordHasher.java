package dev.berth.identity;

import dev.berth.intent.account.PasswordHasher;
import dev.berth.model.Refusal;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Hashes a few passwords at a time: each takes 19 MiB, and many who log in at once would take all
 * the memory that there is.
 */
public final class BoundedPasswordHasher implements PasswordHasher {

    private final PasswordHasher hasher;
    private final Semaphore places;
    private final Duration patience;

    /**
     * Creates one that lets {@code most} be hashed at once, and others wait for {@code patience}.
     */
    public BoundedPasswordHasher(PasswordHasher hasher, int most, Duration patience) {
        this.hasher = hasher;
        this.places = new Semaphore(most, true);
        this.patience = patience;
    }

    @Override
    public String hash(String password) {
        return bounded(() -> hasher.hash(password));
    }

    @Override
    public boolean matches(String password, String hash) {
        return bounded(() -> hasher.matches(password, hash));
    }

    private <T> T bounded(Supplier<T> work) {
        take();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private void take() {
        try {
            if (places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        throw Refusal.of(
                Refusal.Kind.UNAVAILABLE, "too many log in at once; try again in a moment");
    }
}
