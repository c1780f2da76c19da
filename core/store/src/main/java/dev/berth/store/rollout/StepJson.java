package dev.berth.store.rollout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.Step;
import dev.berth.store.sql.Json;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Writes the step of a rollout as JSON, and reads it. */
public final class StepJson {

    private static final String KIND = "step";
    private static final String RELEASE = "release";
    private static final String PHRASE = "phrase";

    private StepJson() {}

    public static String write(Step step) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        switch (step) {
            case Step.Scale(ReleaseId release, int replicas) ->
                    json.put(KIND, "scale")
                            .put(RELEASE, release.toString())
                            .put("replicas", replicas);
            case Step.Shift(Map<ReleaseId, Integer> weights) -> {
                ObjectNode shares = json.put(KIND, "shift").putObject("weights");
                weights.forEach((release, weight) -> shares.put(release.toString(), weight));
            }
            case Step.Wait(String phrase, Duration pause) ->
                    json.put(KIND, "wait")
                            .put(PHRASE, phrase)
                            .put("call_again_after", pause.toString());
            case Step.Drain(ReleaseId release) ->
                    json.put(KIND, "drain").put(RELEASE, release.toString());
            case Step.Stop(ReleaseId release) ->
                    json.put(KIND, "stop").put(RELEASE, release.toString());
            case Step.RollBack(String reason) -> json.put(KIND, "roll-back").put("reason", reason);
            case Step.Finish() -> json.put(KIND, "finish");
        }
        return json.put(PHRASE, StepWords.phrase(step)).toString();
    }

    public static Step read(String text) {
        JsonNode json = parse(text);
        return switch (json.path(KIND).asText()) {
            case "scale" -> new Step.Scale(release(json), json.path("replicas").asInt());
            case "shift" -> new Step.Shift(weights(json));
            case "wait" ->
                    new Step.Wait(
                            json.path(PHRASE).asText(),
                            Duration.parse(json.path("call_again_after").asText()));
            case "drain" -> new Step.Drain(release(json));
            case "stop" -> new Step.Stop(release(json));
            case "roll-back" -> new Step.RollBack(json.path("reason").asText());
            case "finish" -> new Step.Finish();
            default -> throw new IllegalStateException("no step of a rollout: " + text);
        };
    }

    private static JsonNode parse(String text) {
        try {
            return Json.MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read the step of a rollout: " + text, e);
        }
    }

    private static ReleaseId release(JsonNode json) {
        return ReleaseId.parse(json.path(RELEASE).asText());
    }

    private static Map<ReleaseId, Integer> weights(JsonNode json) {
        Map<ReleaseId, Integer> weights = new HashMap<>();
        json.path("weights")
                .properties()
                .forEach(
                        share ->
                                weights.put(
                                        ReleaseId.parse(share.getKey()), share.getValue().asInt()));
        return weights;
    }
}
