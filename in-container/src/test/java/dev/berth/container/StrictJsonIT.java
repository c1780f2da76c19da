package dev.berth.container;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.container.Client.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Every route that takes JSON takes nothing else, whichever routes the OpenAPI document has. */
class StrictJsonIT extends DeployedGateways {

    /** A route with a JSON body, and what its members are. */
    private record Taking(String method, String path, JsonNode schema) {

        Stream<Map.Entry<String, JsonNode>> members() {
            return schema.path("properties").properties().stream();
        }
    }

    @Test
    void unknownMembersAreRefusedWithTheirPointer() {
        everywhere(
                (route, softly) ->
                        refused(
                                softly,
                                route,
                                "{%s, \"no such/member\": 1}".formatted(fitting(route)),
                                "/no such~1member"));
    }

    @Test
    void membersThatAreThereTwiceAreRefusedWithTheirPointer() {
        everywhere(
                (route, softly) ->
                        route.members()
                                .forEach(
                                        member -> {
                                            String one = one(member, "null");
                                            refused(
                                                    softly,
                                                    route,
                                                    "{%s, %s}".formatted(one, one),
                                                    "/" + member.getKey());
                                        }));
    }

    @Test
    void membersOfAnotherTypeAreRefusedWithTheirPointer() {
        everywhere(
                (route, softly) ->
                        route.members()
                                .forEach(
                                        member ->
                                                misfits(member.getValue())
                                                        .forEach(
                                                                misfit ->
                                                                        refused(
                                                                                softly,
                                                                                route,
                                                                                "{"
                                                                                        + one(
                                                                                                member,
                                                                                                misfit)
                                                                                        + "}",
                                                                                "/"
                                                                                        + member
                                                                                                .getKey()))));
    }

    @Test
    void whatIsNoObjectIsRefused() {
        everywhere(
                (route, softly) ->
                        List.of(
                                        "",
                                        "null",
                                        "[]",
                                        "1",
                                        "\"text\"",
                                        "{",
                                        "{}}",
                                        "{} {}",
                                        "{'a': 1}",
                                        "{,}",
                                        "\u0000")
                                .forEach(body -> malformed(softly, route, body)));
    }

    @Test
    void otherMediaTypesAreRefused() {
        everywhere(
                (route, softly) ->
                        softly.assertThat(
                                        developer()
                                                .call(
                                                        route.method(),
                                                        route.path(),
                                                        new byte[] {'{', '}'},
                                                        "Content-Type",
                                                        "text/plain")
                                                .status())
                                .as(route.toString())
                                .isEqualTo(415));
    }

    @Test
    void listsAreCountedAndTakenInPages() {
        SoftAssertions softly = new SoftAssertions();

        List<String> lists = lists();

        assertThat(lists).contains("/api/v1/worker", "/api/v1/task", "/api/v1/tokens");
        for (String path : lists) {
            Answer all = developer().get(path + "?limit=1");
            softly.assertThat(all.status()).as(path).isEqualTo(200);
            softly.assertThat(all.header("X-Total-Count")).as(path).matches("[0-9]+");
            softly.assertThat(all.body().size()).as(path).isLessThanOrEqualTo(1);
            for (String bad : List.of("limit=0", "limit=101", "limit=x", "limit=1.0", "limit=")) {
                Answer refused = developer().get(path + "?" + bad);
                softly.assertThat(refused.status()).as(path + bad).isEqualTo(400);
                softly.assertThat(refused.pointer()).as(path + bad).isEqualTo("/limit");
            }
            for (String bad : List.of("offset=-1", "offset=x", "offset=99999999999")) {
                Answer refused = developer().get(path + "?" + bad);
                softly.assertThat(refused.status()).as(path + bad).isEqualTo(400);
                softly.assertThat(refused.pointer()).as(path + bad).isEqualTo("/offset");
            }
        }
        softly.assertAll();
    }

    private void everywhere(BiConsumer<Taking, SoftAssertions> check) {
        SoftAssertions softly = new SoftAssertions();
        List<Taking> routes = taking();
        assertThat(routes).hasSizeGreaterThan(4);
        routes.forEach(route -> check.accept(route, softly));
        softly.assertAll();
    }

    private void refused(SoftAssertions softly, Taking route, String body, String pointer) {
        Answer answer = malformed(softly, route, body);
        softly.assertThat(answer.pointer())
                .as("%s %s %s", route.method(), route.path(), body)
                .isEqualTo(pointer);
    }

    private Answer malformed(SoftAssertions softly, Taking route, String body) {
        Answer answer = developer().call(route.method(), route.path(), body);
        String about = "%s %s %s".formatted(route.method(), route.path(), body);
        softly.assertThat(answer.status()).as(about).isEqualTo(400);
        softly.assertThat(answer.body().at("/errors/0").has("pointer")).as(about).isTrue();
        return answer;
    }

    private static String one(Map.Entry<String, JsonNode> member, String value) {
        return "\"%s\": %s".formatted(member.getKey(), value);
    }

    /** Returns all members of a route, each with a value of its type. */
    private static String fitting(Taking route) {
        return route.members()
                .map(member -> one(member, fit(member.getValue().path("type").toString())))
                .collect(Collectors.joining(", "));
    }

    private static String fit(String types) {
        return Stream.of("string", "integer", "boolean", "array")
                .filter(types::contains)
                .findFirst()
                .map(
                        Map.of("string", "\"a\"", "integer", "1", "boolean", "true", "array", "[]")
                                ::get)
                .orElse("{}");
    }

    /** Returns values of other types than {@code schema} allows. */
    private static List<String> misfits(JsonNode schema) {
        String types = schema.path("type").toString();
        List<String> misfits = new ArrayList<>();
        if (!types.contains("object") && !schema.has("additionalProperties")) {
            misfits.add("{}");
        }
        if (!types.contains("array")) {
            misfits.add("[]");
        }
        if (!types.contains("string")) {
            misfits.add("\"1\"");
        }
        if (!types.contains("integer") && !types.contains("number")) {
            misfits.add("1");
        }
        misfits.add("1.5");
        if (!types.contains("boolean")) {
            misfits.add("true");
        }
        return misfits;
    }

    private List<Taking> taking() {
        JsonNode document = document();
        List<Taking> taking = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> verb : path.getValue().properties()) {
                JsonNode schema =
                        verb.getValue().at("/requestBody/content/application~1json/schema");
                if (!schema.isMissingNode()) {
                    taking.add(
                            new Taking(
                                    verb.getKey().toUpperCase(Locale.ROOT),
                                    path.getKey().replaceAll("\\{[^}]+}", "0badcafe"),
                                    resolved(document, schema)));
                }
            }
        }
        return taking;
    }

    private static JsonNode resolved(JsonNode document, JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : document.at(reference.substring(1));
    }

    private List<String> lists() {
        return document().path("paths").properties().stream()
                .filter(path -> !path.getKey().contains("{"))
                .filter(path -> isList(path.getValue().path("get")))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean isList(JsonNode operation) {
        return StreamSupport.stream(operation.at("/responses/200/content").spliterator(), false)
                .anyMatch(content -> content.at("/schema/type").toString().contains("array"));
    }

    private JsonNode document() {
        return management.get("/openapi", "Accept", "application/json").body();
    }
}
