package dev.berth.identity.provider;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What a provider answered. Never prints the body.
 *
 * @param status the status
 * @param body the body
 */
record ProviderAnswer(int status, String body) {

    private static final int OK = 200;
    private static final int REFUSALS = 400;
    private static final int TOO_MANY = 429;
    private static final int FAULTS = 500;
    private static final int DEEPEST = 32;

    private static final ObjectMapper JSON =
            new ObjectMapper(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /** Returns the JSON of an answer that is fine; refuses any other. */
    JsonNode json(String what, Distrust distrust) {
        if (status != OK) {
            throw distrust.away("%s: status %d".formatted(what, status));
        }
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException broken) {
            throw distrust.away(what + ": no JSON");
        }
    }

    /** Returns whether the provider says that what it was asked with is not good. */
    boolean refused() {
        return status >= REFUSALS && status < FAULTS && status != TOO_MANY;
    }

    /** Returns the text of a member; empty text where there is none, or it is no text. */
    static String text(JsonNode object, String member) {
        return object.path(member).isTextual() ? object.path(member).textValue() : "";
    }

    /** Returns whether a member is true; some providers write it as text. */
    static boolean isTrue(JsonNode object, String member) {
        JsonNode value = object.path(member);
        return value.isBoolean() ? value.booleanValue() : text(object, member).equals("true");
    }

    @Override
    public String toString() {
        return "ProviderAnswer[" + status + "]";
    }
}
