package dev.berth.container;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The document of Outer's routes, as a client gets it. */
record OpenApi(JsonNode document) {

    private static final String JSON = "application/json";

    static OpenApi of(Client management) {
        return new OpenApi(management.get("/openapi", "Accept", JSON).body());
    }

    /** A route, such as {@code GET /api/v1/worker/{id}}. */
    record Route(String method, String path, JsonNode operation) {

        String name() {
            return method + " " + path;
        }

        boolean isPublic() {
            return operation.has("security") && operation.path("security").isEmpty();
        }

        /** Whether it takes a body of JSON. */
        boolean takesJson() {
            return operation.at("/requestBody/content").has(JSON);
        }

        /** Whether it answers without end. */
        boolean isStream() {
            return operation.at("/responses/200/content").has("text/event-stream");
        }

        Stream<JsonNode> query() {
            return StreamSupport.stream(operation.path("parameters").spliterator(), false)
                    .filter(parameter -> parameter.path("in").asText().equals("query"));
        }
    }

    List<Route> routes() {
        return document.path("paths").properties().stream().flatMap(OpenApi::routes).toList();
    }

    private static Stream<Route> routes(Map.Entry<String, JsonNode> path) {
        return path.getValue().properties().stream()
                .map(
                        verb ->
                                new Route(
                                        verb.getKey().toUpperCase(Locale.ROOT),
                                        path.getKey(),
                                        verb.getValue()));
    }

    /** Returns the methods of each path. */
    Map<String, Set<String>> methods() {
        return routes().stream()
                .collect(
                        Collectors.groupingBy(
                                Route::path,
                                Collectors.mapping(Route::method, Collectors.toSet())));
    }

    /** Returns what an answer has that the document has not, or the other way round. */
    List<String> differences(Route route, Client.Answer answer) {
        JsonNode documented =
                route.operation().path("responses").path(Integer.toString(answer.status()));
        if (documented.isMissingNode()) {
            return List.of("status " + answer.status() + " is not documented");
        }
        JsonNode content = documented.path("content");
        if (!content.isEmpty() && !content.has("*/*") && !content.has(type(answer))) {
            return List.of("media type " + type(answer) + " is not documented");
        }
        JsonNode media =
                content.has(type(answer)) ? content.path(type(answer)) : content.path("*/*");
        return new Schemas(document).differences(media.path("schema"), answer.body(), "");
    }

    private static String type(Client.Answer answer) {
        return answer.header("Content-Type").replaceFirst(";.*", "");
    }
}
