package dev.berth.intent.account;

import dev.berth.model.Refusal;
import dev.berth.model.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Slows down who tries too much. What is counted is always of one place, so that nobody can lock
 * others out who are somewhere else. Every method needs a transaction.
 */
public final class Throttle {

    private final AttemptStore store;
    private final InstantSource clock;

    /** Creates it over where attempts are kept. */
    public Throttle(AttemptStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Counts an attempt before it is made; refuses where it comes too soon after others. */
    void attempt(Pace pace, String... about) {
        AttemptKey key = AttemptKey.of(pace.name(), about);
        Instant now = clock.instant();
        Attempts before = store.lock(key).orElse(Attempts.NONE).at(now);
        if (now.isBefore(before.freeAt())) {
            throw tooOften(Duration.between(now, before.freeAt()));
        }
        store.put(key, pace.after(before, now));
        store.sweep(now);
    }

    /** Counts an invitation into {@code tenant}; refuses where it comes too soon after others. */
    public void invitation(TenantId tenant) {
        attempt(Pace.INVITATIONS, tenant.toString());
    }

    /** Counts an attempt to log in as anybody; refuses where it comes too soon after others. */
    public void login(Origin origin) {
        attempt(Pace.LOGINS, origin.network());
    }

    /** Takes back an attempt to log in that turned out to be a good one. */
    public void goodLogin(Origin origin) {
        takeBack(Pace.LOGINS, origin.network());
    }

    /** Takes back an attempt that turned out to be a good one. */
    void takeBack(Pace pace, String... about) {
        AttemptKey key = AttemptKey.of(pace.name(), about);
        Instant now = clock.instant();
        store.lock(key).ifPresent(attempts -> store.put(key, attempts.butOne(pace, now)));
    }

    /** Forgets all attempts of that kind. */
    void forget(Pace pace, String... about) {
        store.forget(AttemptKey.of(pace.name(), about));
    }

    private static Refusal tooOften(Duration pause) {
        long seconds = Math.max(1, pause.plusMillis(999).toSeconds());
        return Refusal.tooOften(
                "too many attempts from where you are; try again in " + seconds + " s",
                Duration.ofSeconds(seconds));
    }
}
