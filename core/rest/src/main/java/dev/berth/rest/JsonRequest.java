package dev.berth.rest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the body of a request, and says what is wrong with it without repeating what it says. */
final class JsonRequest {

    private static final String ATTEMPTED = "cannot read the request";

    private JsonRequest() {}

    static <T extends Record> T read(InputStream body, Class<T> type) throws IOException {
        return read(RawBody.read(body), type);
    }

    /** Reads one, or an array of them. */
    static <T extends Record> OneOrMany<T> readSome(InputStream body, Class<T> type)
            throws IOException {
        byte[] bytes = RawBody.read(body);
        if (!beginsArray(bytes)) {
            return new OneOrMany<>(List.of(read(bytes, type)), false);
        }
        ObjectMapper mapper = Json.shared();
        List<?> values =
                (List<?>)
                        readAs(
                                mapper.getTypeFactory().constructCollectionType(List.class, type),
                                bytes);
        int missing = values.indexOf(null);
        if (missing >= 0) {
            throw refusal(new Problem("/" + missing, "must be a JSON object"));
        }
        return new OneOrMany<>(values.stream().map(type::cast).toList(), true);
    }

    private static boolean beginsArray(byte[] bytes) {
        int first = 0;
        while (first < bytes.length && Character.isWhitespace(bytes[first])) {
            first++;
        }
        return first < bytes.length && bytes[first] == '[';
    }

    private static <T extends Record> T read(byte[] bytes, Class<T> type) throws IOException {
        return type.cast(readAs(Json.shared().constructType(type), bytes));
    }

    private static Object readAs(JavaType type, byte[] bytes) throws IOException {
        Object value;
        try {
            value = Json.shared().readValue(bytes, type);
        } catch (JsonMappingException misfit) {
            throw refusal(problem(misfit));
        } catch (JsonProcessingException malformed) {
            throw refusal(syntax(malformed));
        } catch (CharConversionException malformed) {
            throw refusal(new Problem("", "is not text in UTF-8"));
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
            return syntax(malformed);
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

    private static Problem syntax(JsonProcessingException malformed) {
        boolean doubled = malformed.getOriginalMessage().startsWith("Duplicate field");
        if (doubled && malformed.getProcessor() instanceof JsonParser parser) {
            String pointer = parser.getParsingContext().pathAsPointer().toString();
            return new Problem(pointer, "is there twice");
        }
        // of a number that is too long nobody knows where it is
        return new Problem(
                "",
                Optional.ofNullable(malformed.getLocation())
                        .map(JsonRequest::place)
                        .map("malformed JSON at "::concat)
                        .orElse("malformed JSON: a number is too long"));
    }

    private static String place(JsonLocation at) {
        return "line " + at.getLineNr() + ", column " + at.getColumnNr();
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
