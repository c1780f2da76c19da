package dev.berth.intent.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import java.util.List;

/** Reads JSON of a bounded size and depth, in which each member stands once. */
final class ManifestJson {

    /** Bytes of the longest manifest. */
    static final int LONGEST = 64 * 1024;

    private static final int DEEPEST = 16;

    private static final ObjectReader READER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(DEEPEST)
                                                    .build())
                                    .build())
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .readerFor(JsonNode.class);

    private ManifestJson() {}

    static JsonNode parse(String text) {
        if (text.getBytes(UTF_8).length > LONGEST) {
            throw refusal("must not be longer than " + LONGEST / 1024 + " KiB");
        }
        if (text.isBlank()) {
            throw refusal("is empty");
        }
        try {
            return READER.readTree(text);
        } catch (JsonProcessingException malformed) {
            throw refusal(message(malformed));
        }
    }

    private static String message(JsonProcessingException malformed) {
        return switch (malformed) {
            case StreamConstraintsException _ ->
                    "must not be nested more than " + DEEPEST + " deep or hold huge numbers";
            case JsonEOFException _ -> "ends too early," + place(malformed);
            case MismatchedInputException _ -> "holds more than one JSON value," + place(malformed);
            default ->
                    "is not JSON"
                            + place(malformed)
                            + ": "
                            + Shown.text(malformed.getOriginalMessage(), 200);
        };
    }

    private static String place(JsonProcessingException malformed) {
        JsonLocation location = malformed.getLocation();
        return " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    private static Refusal refusal(String message) {
        return ManifestReader.refusal(List.of(new Problem("", message)));
    }
}
