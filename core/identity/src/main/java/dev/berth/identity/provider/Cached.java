package dev.berth.identity.provider;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Keeps what a provider publishes for a while. Safe for use by several threads. */
final class Cached<T> {

    private final Supplier<T> fetch;
    private final Duration life;
    private final InstantSource clock;
    private final AtomicReference<Kept<T>> kept = new AtomicReference<>();

    Cached(Supplier<T> fetch, Duration life, InstantSource clock) {
        this.fetch = fetch;
        this.life = life;
        this.clock = clock;
    }

    /** Returns what was fetched within its life. */
    T get() {
        return notOlderThan(life);
    }

    /** Returns what was fetched within {@code age}. */
    T notOlderThan(Duration age) {
        Kept<T> now = kept.get();
        if (now != null && clock.instant().isBefore(now.at().plus(age))) {
            return now.value();
        }
        Kept<T> fresh = new Kept<>(fetch.get(), clock.instant());
        kept.set(fresh);
        return fresh.value();
    }

    private record Kept<T>(T value, Instant at) {}
}
