package dev.berth.store.rollout;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.store.sql.Json;

/** What {@link StepJson} wrote, for a reader who has not the classes of the SPI, as Outer. */
public record StepText(String word, String phrase) {

    public static StepText read(String text) {
        try {
            JsonNode json = Json.MAPPER.readTree(text);
            return new StepText(json.path("step").asText(), json.path("phrase").asText());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read the step of a rollout: " + text, e);
        }
    }
}
