package dev.berth.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlIT extends EdgeScene {

    private static final String EMPTY = "{\"revision\":%d,\"routes\":[]}";

    @ParameterizedTest
    @CsvSource({"PUT, /table", "GET, /report", "GET, /else"})
    void wrongTokenIs401(String method, String path) throws Exception {
        HttpResponse<String> answer = control(method, path, "wrong", EMPTY.formatted(1));

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/problem+json");
        assertThat(health()).isEqualTo(new JsonObject().put("status", "ok").put("revision", 0));
    }

    @Test
    void tableIsAnsweredWithTheRevisionInForce() throws Exception {
        assertThat(put(EMPTY.formatted(5)).body()).isEqualTo("{\"revision\":5,\"traffic\":{}}");
        assertThat(put(EMPTY.formatted(4)).body()).isEqualTo("{\"revision\":5,\"traffic\":{}}");
        assertThat(health().getLong("revision")).isEqualTo(5);
    }

    @Test
    void malformedTableIs400AndChangesNothing() throws Exception {
        put(EMPTY.formatted(5));

        HttpResponse<String> answer = put("{\"revision\":6,\"routes\":[{\"host\":\"A\"}]}");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(new JsonObject(answer.body()).getString("detail"))
                .isEqualTo("'A' is not a host name in lower case");
        assertThat(health().getLong("revision")).isEqualTo(5);
    }

    @Test
    void tableThatIsTooLargeIs413() throws Exception {
        assertThat(put(" ".repeat(20_001)).statusCode()).isEqualTo(413);
    }

    @Test
    void unknownRouteIs404() throws Exception {
        assertThat(control("GET", "/table", TOKEN, "").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> put(String table) throws Exception {
        return control("PUT", "/table", TOKEN, table);
    }

    private JsonObject health() throws Exception {
        return new JsonObject(control("GET", "/health", "none", "").body());
    }
}
