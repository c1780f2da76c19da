package dev.berth.rest.outer.inner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.berth.model.Plan;
import dev.berth.model.PlannedDeploy;
import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import dev.berth.model.WorkerId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpInnerPlansIT {

    private static final PlannedDeploy DEPLOY =
            new PlannedDeploy(Optional.of(new WorkerId("1a2b3c4d")), "blue green", 2);

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer inner;
    private volatile int status = 200;
    private volatile String body = "{}";

    @BeforeEach
    void start() throws IOException {
        inner = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        inner.createContext(
                "/",
                exchange -> {
                    asked.add(
                            exchange.getRequestURI()
                                    + " "
                                    + exchange.getRequestHeaders().getFirst("Authorization"));
                    byte[] bytes = body.getBytes(UTF_8);
                    exchange.sendResponseHeaders(status, bytes.length);
                    exchange.getResponseBody().write(bytes);
                    exchange.close();
                });
        inner.start();
    }

    @AfterEach
    void stop() {
        inner.stop(0);
    }

    @Test
    void planOfInnerIsRead() {
        body =
                """
                {"strategy": "blue green", "replicas": 2, "replaces_version_id": 7, "steps": [
                {"after_ms": 10000, "kind": "finish", "new_share": 100, "previous_share": 0,
                "sentence": "there"}]}
                """;

        Plan plan = plans().plan(DEPLOY);

        assertThat(plan)
                .isEqualTo(
                        new Plan(
                                DEPLOY,
                                OptionalLong.of(7),
                                List.of(
                                        new Plan.Step(
                                                Duration.ofSeconds(10),
                                                Plan.Kind.FINISH,
                                                new Plan.Shares(100, 0),
                                                "there"))));
        assertThat(asked)
                .containsExactly(
                        "/api/v1/plan?strategy=blue+green&replicas=2&worker_id=1a2b3c4d"
                                + " Bearer service");
    }

    @Test
    void whatInnerFindsImpossibleIsPassedOn() {
        status = 422;
        body =
                """
                {"type": "about:blank", "title": "Unprocessable", "status": 422, "detail": "no",
                "error": "no", "request_id": "r", "errors": [
                {"pointer": "/strategy", "message": "does not finish"}]}
                """;

        Refusal refusal = refusal();

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.IMPOSSIBLE);
        assertThat(refusal.problems()).containsExactly(new Problem("/strategy", "does not finish"));
    }

    @Test
    void workerThatWentMeanwhileIsAbsent() {
        status = 404;

        assertThat(refusal()).hasMessage("there is no worker '1a2b3c4d'");
    }

    @Test
    void innerThatAnswersAnythingElseIsAway() {
        body = "<html>";
        assertThat(refusal().kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);

        status = 503;
        assertThat(refusal())
                .hasMessage("cannot plan the deploy: Inner answers 503; try again shortly");
    }

    @Test
    void innerThatDoesNotAnswerIsAway() {
        inner.stop(0);

        assertThat(refusal().kind()).isEqualTo(Refusal.Kind.UNAVAILABLE);
    }

    private Refusal refusal() {
        return catchThrowableOfType(Refusal.class, () -> plans().plan(DEPLOY));
    }

    private HttpInnerPlans plans() {
        URI address = URI.create("http://127.0.0.1:" + inner.getAddress().getPort());
        return new HttpInnerPlans(new InnerClient(address, "service"));
    }
}
