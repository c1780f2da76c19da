package dev.berth.container;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.berth.container.Client.Answer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What is the same in two answers that must not differ: all but the request's id, the date, and
 * what the client said himself.
 */
record Masked(int status, Map<String, List<String>> headers, String body) {

    private static final Set<String> OWN = Set.of("date", "x-request-id");
    // where the log tells of the request itself
    private static final Set<String> OWN_IN_LOGS = Set.of("id", "at", "request_id");

    /** Masks {@code echoed}, which the client sent. */
    static Masked of(Answer answer, String echoed) {
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeIf(name -> OWN.contains(name.toLowerCase(Locale.ROOT)));
        if (answer.body().has("entries")) {
            // each has a number, which grows
            headers.remove("content-length");
        }
        return new Masked(answer.status(), headers, body(answer, echoed));
    }

    private static String body(Answer answer, String echoed) {
        JsonNode body = answer.body().deepCopy();
        if (body instanceof ObjectNode object) {
            object.remove("request_id");
            object.path("entries").forEach(entry -> ((ObjectNode) entry).remove(OWN_IN_LOGS));
        }
        if (echoed.isEmpty()) {
            return body.toString();
        }
        // as a word: a number may be part of what has nothing to do with it
        return body.toString()
                .replaceAll("(?<![0-9A-Za-z])" + Pattern.quote(echoed) + "(?![0-9A-Za-z])", "ECHO");
    }
}
