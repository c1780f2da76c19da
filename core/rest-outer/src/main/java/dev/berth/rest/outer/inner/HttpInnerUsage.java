package dev.berth.rest.outer.inner;

import dev.berth.intent.worker.InnerUsage;
import dev.berth.model.InstanceUse;
import dev.berth.model.Refusal;
import dev.berth.model.WorkerId;
import dev.berth.rest.Json;
import dev.berth.rest.UsageView;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.List;

/** Asks Inner over HTTP what workers use. */
public final class HttpInnerUsage implements InnerUsage {

    private static final int MOST = 1 << 20;

    private final InnerClient inner;

    /** Creates it over who speaks to Inner. */
    public HttpInnerUsage(InnerClient inner) {
        this.inner = inner;
    }

    @Override
    public List<InstanceUse> of(WorkerId worker) {
        String attempted = "show what worker '" + worker + "' uses";
        HttpResponse<InputStream> response =
                inner.get(attempted, "/api/worker/" + worker + "/usage", "application/json");
        try (InputStream body = response.body()) {
            return switch (response.statusCode()) {
                case 200 -> Json.read(body.readNBytes(MOST), UsageView.class).uses();
                case 404 -> throw Refusal.absent("worker", worker.value());
                default ->
                        throw InnerClient.away(attempted, "Inner answers " + response.statusCode());
            };
        } catch (IOException broken) {
            throw InnerClient.away(attempted, "what Inner answers cannot be read");
        }
    }
}
