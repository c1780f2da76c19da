package dev.berth.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Follows a version until it answers at its address, or does not come to that. */
final class DeployFollower {

    private final Api api;
    private final Progress progress;
    private final InstantSource clock;
    private final Duration timeout;
    private String told = "";

    DeployFollower(Api api, Progress progress, InstantSource clock, Duration timeout) {
        this.api = api;
        this.progress = progress;
        this.clock = clock;
        this.timeout = timeout;
    }

    Deployed follow(Deployed deployed) {
        Instant start = clock.instant();
        Optional<Deployed> ready = look(deployed, Duration.ZERO);
        while (ready.isEmpty()) {
            Duration waited = Duration.between(start, clock.instant());
            if (waited.compareTo(timeout) >= 0) {
                throw late(deployed);
            }
            Pace.pause(waited, "deploy");
            ready = look(deployed, waited);
        }
        progress.step("version %d answers".formatted(deployed.version()));
        return ready.get();
    }

    private Optional<Deployed> look(Deployed deployed, Duration waited) {
        Json answer;
        try {
            answer =
                    api.get(
                            "follow '" + deployed.workerName() + "'",
                            Workers.path(deployed.workerId()));
        } catch (Failure failure) {
            if (failure.status() != ExitStatus.UNREACHABLE) {
                throw failure;
            }
            tell("Berth does not answer; trying again", waited);
            return Optional.empty();
        }
        return judge(deployed, answer, waited);
    }

    private Optional<Deployed> judge(Deployed deployed, Json answer, Duration waited) {
        List<Version> versions = answer.get("versions").items().stream().map(Version::of).toList();
        Version version =
                versions.stream()
                        .filter(candidate -> candidate.id() == deployed.version())
                        .findFirst()
                        .orElseThrow(() -> superseded(deployed, versions));
        return switch (version.status()) {
            case "success" -> Optional.of(deployed.as("success", answer.get("url").text()));
            case "error" -> throw failed(deployed, version, answer);
            default -> {
                tell(phrase(version), waited);
                yield Optional.empty();
            }
        };
    }

    private static String phrase(Version version) {
        return "version %d is %s%s"
                .formatted(
                        version.id(),
                        version.status(),
                        version.message().isEmpty() ? "" : ": " + version.message());
    }

    private void tell(String phrase, Duration waited) {
        if (phrase.equals(told)) {
            progress.still(phrase, waited);
        } else {
            progress.step(phrase);
            told = phrase;
        }
    }

    private static Failure failed(Deployed deployed, Version version, Json answer) {
        if (version.message().toLowerCase(java.util.Locale.ROOT).contains("superseded")) {
            return new Failure(
                    ExitStatus.CONFLICT,
                    "version %d of '%s' gave way to a newer deploy: %s"
                            .formatted(version.id(), deployed.workerName(), version.message()));
        }
        boolean serving = answer.get("worker").get("status").text().equals("active");
        return new Failure(
                ExitStatus.FAILED,
                "version %d of '%s' failed: %s%s\nsee 'berth logs %s --version %d'"
                        .formatted(
                                version.id(),
                                deployed.workerName(),
                                version.message().isEmpty() ? "no reason given" : version.message(),
                                serving ? "\nthe version before it goes on serving" : "",
                                deployed.workerName(),
                                version.id()));
    }

    private static Failure superseded(Deployed deployed, List<Version> versions) {
        return new Failure(
                ExitStatus.CONFLICT,
                "version %d of '%s' is not among its newest any more: the newest is %d"
                        .formatted(
                                deployed.version(),
                                deployed.workerName(),
                                versions.stream().mapToLong(Version::id).max().orElse(0)));
    }

    private Failure late(Deployed deployed) {
        return new Failure(
                ExitStatus.FAILED,
                "version %d of '%s' does not answer after %d s\nit goes on; see 'berth worker %s'"
                        .formatted(
                                deployed.version(),
                                deployed.workerName(),
                                timeout.toSeconds(),
                                deployed.workerName()));
    }
}
