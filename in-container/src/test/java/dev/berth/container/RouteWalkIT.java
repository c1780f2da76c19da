package dev.berth.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.berth.container.Client.Answer;
import dev.berth.container.OpenApi.Route;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Walks every route of the OpenAPI document, good and bad, by both of its paths. What is wrong with
 * bodies of JSON has tests of its own, and what every refusal has to be is checked by the client.
 */
class RouteWalkIT extends DeployedGateways {

    private static final int LONGEST = 1024 * 1024;
    private static final List<String> UNKNOWN =
            List.of("0badcafe", UUID.randomUUID().toString(), "no-such-thing");
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final SoftAssertions softly = new SoftAssertions();
    private OpenApi document;

    @BeforeEach
    void read() {
        document = OpenApi.of(management);
        assertThat(document.routes()).hasSizeGreaterThan(30);
    }

    @AfterEach
    void check() {
        softly.assertAll();
    }

    @Test
    void documentAndPageHaveTheSameRoutes() {
        assertThat(inDocument(Route::isPublic)).isEqualTo(onPage(ApiPage.Row::isPublic));
        assertThat(inDocument(_ -> true)).isEqualTo(onPage(_ -> true));
    }

    @Test
    void goodCallIsAnsweredAsTheDocumentSays() {
        GoodCalls calls = new GoodCalls(outer, developer());

        for (Route route : document.routes()) {
            for (String prefix : List.of("/api/v1", "/api")) {
                String about = route.name() + " under " + prefix;
                if (route.path().endsWith("/events")) {
                    softly.assertThat(opened()).as(about).isEqualTo("200 text/event-stream");
                } else {
                    Answer answer = calls.call(route, prefix);
                    softly.assertThat(answer.status())
                            .as("%s %s", about, answer)
                            .isIn(200, 201, 303);
                    softly.assertThat(document.differences(route, answer)).as(about).isEmpty();
                }
            }
        }
    }

    @Test
    void withoutATokenThatCountsNothingIsShown() {
        for (Route route : document.routes()) {
            if (!route.isPublic()) {
                for (Client nobody : List.of(outer, outer.with("bt_" + "a".repeat(43)))) {
                    Answer answer = refused(route, 401, path -> ask(nobody, route, path, "{}"));
                    softly.assertThat(answer.header("WWW-Authenticate"))
                            .as(route.name())
                            .isEqualTo("Bearer");
                }
            }
        }
    }

    @Test
    void whatIsNotThereIsAbsent() {
        for (Route route : document.routes()) {
            if (Bodies.hasId(route)) {
                for (String id : UNKNOWN) {
                    String body = Bodies.body(route, id);
                    refused(
                            Bodies.path(route, id),
                            route.name() + " of " + id,
                            404,
                            path -> ask(developer(), route, path, body));
                }
            }
        }
    }

    @Test
    void tenantThatIsNotThereIsAbsent() {
        String tenant = UUID.randomUUID().toString();
        for (Route route : document.routes()) {
            if (!route.isPublic()) {
                refused(
                        route,
                        404,
                        path ->
                                developer()
                                        .call(
                                                route.method(),
                                                path,
                                                "{}",
                                                "X-Berth-Tenant",
                                                tenant));
            }
        }
    }

    @Test
    void otherMethodsAreNotAllowed() {
        document.methods()
                .forEach(
                        (path, methods) ->
                                METHODS.stream()
                                        .filter(method -> !methods.contains(method))
                                        .forEach(method -> notAllowed(method, path)));
    }

    private void notAllowed(String method, String path) {
        Answer answer =
                refused(
                        filled(path),
                        method + " " + path,
                        405,
                        way -> developer().call(method, way, "{}"));
        softly.assertThat(answer.header("Allow")).as(method + " " + path).isNotEmpty();
    }

    @Test
    void bodyOfMoreThanAMebibyteIsTooLarge() {
        byte[] body = " ".repeat(LONGEST + 1).getBytes(UTF_8);
        for (Route route : document.routes()) {
            if (route.takesJson()) {
                refused(
                        route,
                        413,
                        path ->
                                developer()
                                        .call(
                                                route.method(),
                                                path,
                                                body,
                                                "Content-Type",
                                                "application/json"));
            }
        }
    }

    @Test
    void queryOfAnotherTypeIsRefusedWithItsPointer() {
        for (Route route : document.routes()) {
            route.query()
                    .filter(RouteWalkIT::isNoText)
                    .map(parameter -> parameter.path("name").asText())
                    .forEach(name -> misread(route, name));
        }
    }

    private void misread(Route route, String parameter) {
        Answer answer =
                refused(
                        filled(route.path()) + "?" + parameter + "=x",
                        route.name() + " with " + parameter,
                        400,
                        path -> ask(developer(), route, path, ""));
        softly.assertThat(answer.pointer()).as(route.name()).isEqualTo("/" + parameter);
    }

    private static boolean isNoText(JsonNode parameter) {
        JsonNode schema = parameter.path("schema");
        return schema.has("format") || !schema.path("type").toString().contains("string");
    }

    private Answer refused(Route route, int status, Function<String, Answer> call) {
        return refused(filled(route.path()), route.name(), status, call);
    }

    /** Calls by both paths, which are to be refused alike. */
    private Answer refused(String path, String about, int status, Function<String, Answer> call) {
        Answer answer = call.apply(path);
        Answer twin = call.apply(path.replaceFirst("^/api/v1", "/api"));
        softly.assertThat(answer.status()).as("%s: %s", about, answer).isEqualTo(status);
        softly.assertThat(Masked.of(twin, "")).as(about).isEqualTo(Masked.of(answer, ""));
        return answer;
    }

    private static Answer ask(Client client, Route route, String path, String body) {
        return client.call(route.method(), path, body);
    }

    private String opened() {
        HttpResponse<Stream<String>> events = developer().events("");
        events.body().close();
        return events.statusCode()
                + " "
                + events.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
    }

    private static String filled(String path) {
        return path.replace("{sha256}", "0".repeat(64)).replaceFirst("\\{[^}]+}", "0badcafe");
    }

    private Set<String> inDocument(Predicate<Route> wanted) {
        return document.routes().stream()
                .filter(wanted)
                .map(Route::name)
                .collect(Collectors.toSet());
    }

    private static Set<String> onPage(Predicate<ApiPage.Row> wanted) {
        return ApiPage.outer().stream()
                .filter(wanted)
                .map(ApiPage.Row::name)
                .collect(Collectors.toSet());
    }
}
