package dev.berth.store.rollout;

import dev.berth.spi.ReleaseId;
import dev.berth.spi.Step;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says for a person which step of a rollout is in force. */
final class StepWords {

    private StepWords() {}

    static String phrase(Step step) {
        return switch (step) {
            case Step.Scale(ReleaseId release, int replicas) ->
                    "release %d to %d instances".formatted(release.number(), replicas);
            case Step.Shift(Map<ReleaseId, Integer> weights) -> shares(weights);
            case Step.Wait(String phrase, Duration _) -> phrase;
            case Step.Drain(ReleaseId release) ->
                    "finishing the requests in flight to release " + release.number();
            case Step.Stop(ReleaseId release) -> "stopping release " + release.number();
            case Step.RollBack(String reason) -> reason;
            case Step.Finish() -> "the new release serves";
        };
    }

    private static String shares(Map<ReleaseId, Integer> weights) {
        return weights.isEmpty()
                ? "no traffic to any release"
                : new TreeMap<>(weights)
                        .entrySet().stream()
                                .map(
                                        share ->
                                                "%d %% of the traffic to release %d"
                                                        .formatted(
                                                                share.getValue(),
                                                                share.getKey().number()))
                                .collect(Collectors.joining(", "));
    }
}
