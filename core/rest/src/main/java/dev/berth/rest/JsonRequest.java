package dev.berth.rest;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** Reads the body of a request, and says what is wrong with it without repeating what it says. */
final class JsonRequest {

    /** Longest body in bytes. */
    static final int LONGEST = 1024 * 1024;

    private static final String ATTEMPTED = "cannot read the request";

    private JsonRequest() {}

    static <T extends Record> T read(InputStream body, Class<T> type) throws IOException {
        byte[] bytes = body.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw Refusal.of(
                    Refusal.Kind.TOO_LARGE,
                    "the request is too large: a JSON body may have " + LONGEST + " bytes");
        }
        return read(bytes, type);
    }

    private static <T extends Record> T read(byte[] bytes, Class<T> type) throws IOException {
        T value;
        try {
            value = Json.shared().readValue(bytes, type);
        } catch (JsonMappingException misfit) {
            throw refusal(problem(misfit));
        } catch (JsonProcessingException malformed) {
            throw refusal(new Problem("", syntax(malformed)));
        }
        if (value == null) {
            throw refusal(new Problem("", "must be a JSON object"));
        }
        return value;
    }

    private static Refusal refusal(Problem problem) {
        return Refusal.of(Refusal.Kind.MALFORMED, ATTEMPTED, List.of(problem));
    }

    private static Problem problem(JsonMappingException misfit) {
        String pointer = pointer(misfit.getPath());
        if (misfit.getCause() instanceof JsonParseException malformed) {
            return new Problem("", syntax(malformed));
        }
        if (misfit.getCause() instanceof InputCoercionException) {
            return new Problem(pointer, "must be " + JsonTypes.word(Number.class));
        }
        return switch (misfit) {
            case UnrecognizedPropertyException unknown ->
                    new Problem(pointer, "is not known; known are " + known(unknown));
            case MismatchedInputException mismatch -> new Problem(pointer, mismatch(mismatch));
            default -> new Problem(pointer, "has a value that does not fit");
        };
    }

    private static String known(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds().stream()
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String mismatch(MismatchedInputException mismatch) {
        String message = Objects.toString(mismatch.getOriginalMessage(), "");
        if (message.startsWith("Null value for creator property")) {
            return "is missing";
        }
        if (message.startsWith("Trailing token")) {
            return "must be one JSON object and nothing after it";
        }
        if (message.startsWith("No content to map")) {
            return "is empty; a JSON object is needed";
        }
        return "must be " + JsonTypes.word(mismatch.getTargetType());
    }

    private static String syntax(JsonProcessingException malformed) {
        return "malformed JSON at line "
                + malformed.getLocation().getLineNr()
                + ", column "
                + malformed.getLocation().getColumnNr();
    }

    private static String pointer(List<JsonMappingException.Reference> path) {
        return path.stream()
                .map(
                        step ->
                                step.getFieldName() == null
                                        ? Integer.toString(step.getIndex())
                                        : step.getFieldName())
                .map(step -> "/" + step.replace("~", "~0").replace("/", "~1"))
                .collect(Collectors.joining());
    }
}
