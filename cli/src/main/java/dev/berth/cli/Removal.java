package dev.berth.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Follows a worker that is being deleted until nothing of it is left. */
record Removal(Api api, Progress progress, InstantSource clock, Duration timeout) {

    void follow(Worker worker) {
        Instant start = clock.instant();
        while (isThere(worker)) {
            Duration waited = Duration.between(start, clock.instant());
            if (waited.compareTo(timeout) >= 0) {
                throw late(worker);
            }
            progress.still("'" + worker.name() + "' is being stopped", waited);
            Pace.pause(waited, "removal");
        }
        progress.step("'" + worker.name() + "' is gone");
    }

    private boolean isThere(Worker worker) {
        try {
            api.get("follow '" + worker.name() + "'", Workers.path(worker.id()));
            return true;
        } catch (Failure failure) {
            return switch (failure.status()) {
                case NOT_FOUND -> false;
                case UNREACHABLE -> true;
                case OK, FAILED, USAGE, DENIED, CONFLICT, INVALID -> throw failure;
            };
        }
    }

    private Failure late(Worker worker) {
        return new Failure(
                ExitStatus.FAILED,
                "'%s' is not gone after %d s\nits removal goes on; see 'berth tasks'"
                        .formatted(worker.name(), timeout.toSeconds()));
    }
}
