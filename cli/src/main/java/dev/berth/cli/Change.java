package dev.berth.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Follows a worker until what was changed of it is in force, or did not come to that. */
record Change(Api api, Progress progress, InstantSource clock, Duration timeout) {

    void follow(Worker worker) {
        Instant start = clock.instant();
        while (!isInForce(worker, Duration.between(start, clock.instant()))) {
            Duration waited = Duration.between(start, clock.instant());
            if (waited.compareTo(timeout) >= 0) {
                throw failure(worker, "is not in force after %d s".formatted(timeout.toSeconds()));
            }
            Pace.pause(waited, "change");
        }
    }

    private boolean isInForce(Worker worker, Duration waited) {
        Json shown = api.get("follow '" + worker.name() + "'", Workers.path(worker.id()));
        if (shown.get("versions").items().isEmpty()) {
            progress.step("'%s' gets it with its first deploy".formatted(worker.name()));
            return true;
        }
        Json now = shown.get("worker");
        if (now.get("observed_generation").number() < now.get("generation").number()) {
            String phrase = shown.get("rollout").get("phrase").text();
            progress.still(phrase.isEmpty() ? "it goes on" : phrase, waited);
            return false;
        }
        mustBeSound(worker, shown);
        progress.step("'%s' runs with it".formatted(worker.name()));
        return true;
    }

    private static void mustBeSound(Worker worker, Json shown) {
        boolean degraded =
                shown.get("conditions").items().stream()
                        .filter(condition -> condition.get("type").text().equals("Degraded"))
                        .anyMatch(condition -> condition.get("status").text().equals("True"));
        Json now = shown.get("worker");
        if (degraded || now.get("status").text().equals("error")) {
            throw failure(worker, "failed: " + now.get("message").text());
        }
    }

    private static Failure failure(Worker worker, String what) {
        return new Failure(
                ExitStatus.FAILED,
                "the change of '%s' %s\nsee 'berth worker %s'"
                        .formatted(worker.name(), what, worker.name()));
    }
}
