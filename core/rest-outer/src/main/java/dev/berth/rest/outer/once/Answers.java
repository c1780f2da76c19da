package dev.berth.rest.outer.once;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.intent.once.Answer;
import dev.berth.rest.Json;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.TreeMap;

/** Translates between what methods of resources return and what is kept of it. */
final class Answers {

    private static final String REPEATED = "Idempotency-Replayed";

    private Answers() {}

    static Answer of(Object result) {
        return result instanceof Response response
                ? new Answer(response.getStatus(), headers(response), body(response))
                : new Answer(200, Map.of(), Json.write(result));
    }

    static Response response(Answer answer) {
        Response.ResponseBuilder builder =
                Response.status(answer.status()).header(REPEATED, "true");
        answer.headers().forEach(builder::header);
        return answer.body().isEmpty()
                ? builder.build()
                : builder.type(MediaType.APPLICATION_JSON)
                        .entity(answer.body().getBytes(UTF_8))
                        .build();
    }

    private static String body(Response response) {
        return response.hasEntity() ? Json.write(response.getEntity()) : "";
    }

    private static Map<String, String> headers(Response response) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        response.getStringHeaders()
                .forEach((name, values) -> headers.put(name, String.join(",", values)));
        headers.remove(HttpHeaders.CONTENT_TYPE);
        return headers;
    }
}
