package dev.berth.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Follows a worker until it has gone back to a version, or did not come to that. */
record WayBack(Api api, Progress progress, InstantSource clock, Duration timeout) {

    void follow(Worker worker, long version) {
        Instant start = clock.instant();
        while (!isThere(worker, version, Duration.between(start, clock.instant()))) {
            Duration waited = Duration.between(start, clock.instant());
            if (waited.compareTo(timeout) >= 0) {
                throw failure(worker, version, "is not there after " + timeout.toSeconds() + " s");
            }
            Pace.pause(waited, "rollback");
        }
        progress.step("version %d answers".formatted(version));
    }

    private boolean isThere(Worker worker, long version, Duration waited) {
        Json shown = api.get("follow '" + worker.name() + "'", Workers.path(worker.id()));
        Json now = shown.get("worker");
        boolean settled = now.get("observed_generation").number() >= now.get("generation").number();
        if (!settled) {
            progress.still(phrase(shown), waited);
            return false;
        }
        if (now.get("active_version_id").number() != version) {
            throw failure(worker, version, "failed: " + now.get("message").text());
        }
        return true;
    }

    private static String phrase(Json shown) {
        String phrase = shown.get("rollout").get("phrase").text();
        return phrase.isEmpty() ? "it goes on" : phrase;
    }

    private static Failure failure(Worker worker, long version, String what) {
        return new Failure(
                ExitStatus.FAILED,
                "going back to version %d of '%s' %s\nsee 'berth worker %s'"
                        .formatted(version, worker.name(), what, worker.name()));
    }
}
