package dev.berth.rest.outer.inner;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.intent.worker.InnerPlans;
import dev.berth.model.Plan;
import dev.berth.model.PlannedDeploy;
import dev.berth.model.Refusal;
import dev.berth.rest.Json;
import dev.berth.rest.PlanView;
import dev.berth.rest.ProblemDetails;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;

/** Asks Inner over HTTP what a deploy would do. */
public final class HttpInnerPlans implements InnerPlans {

    private static final String ATTEMPTED = "plan the deploy";
    private static final int MOST = 1 << 20;

    private final InnerClient inner;

    /** Creates it over who speaks to Inner. */
    public HttpInnerPlans(InnerClient inner) {
        this.inner = inner;
    }

    @Override
    public Plan plan(PlannedDeploy deploy) {
        HttpResponse<InputStream> response =
                inner.get(
                        ATTEMPTED, path(deploy), "application/json, " + ProblemDetails.MEDIA_TYPE);
        try (InputStream body = response.body()) {
            byte[] json = body.readNBytes(MOST);
            return switch (response.statusCode()) {
                case 200 -> Json.read(json, PlanView.class).plan(deploy);
                case 422 -> throw impossible(Json.read(json, ProblemDetails.class));
                case 404 -> throw gone(deploy);
                default ->
                        throw InnerClient.away(ATTEMPTED, "Inner answers " + response.statusCode());
            };
        } catch (IOException broken) {
            throw InnerClient.away(ATTEMPTED, "what Inner answers cannot be read");
        }
    }

    private static String path(PlannedDeploy deploy) {
        String query =
                "/api/v1/plan?strategy="
                        + URLEncoder.encode(deploy.strategy(), UTF_8)
                        + "&replicas="
                        + deploy.replicas();
        return deploy.worker().map(worker -> query + "&worker_id=" + worker).orElse(query);
    }

    private static Refusal impossible(ProblemDetails said) {
        return said.errors()
                .filter(errors -> !errors.isEmpty())
                .map(errors -> Refusal.of(Refusal.Kind.IMPOSSIBLE, "cannot " + ATTEMPTED, errors))
                .orElseGet(() -> Refusal.of(Refusal.Kind.IMPOSSIBLE, said.detail()));
    }

    private static Refusal gone(PlannedDeploy deploy) {
        return Refusal.absent("worker", deploy.worker().map(Object::toString).orElse(""));
    }
}
