package dev.berth.rest;

import dev.berth.model.Refusal;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Tells load balancers and people how the gateway is. */
@Dependent
@Path("/health")
@Produces(MediaType.APPLICATION_JSON)
public class HealthResource {

    private final HealthReport report;

    /** Creates it over what knows. */
    @Inject
    public HealthResource(HealthReport report) {
        this.report = report;
    }

    /** Answers 200 with a word, or 503. */
    @GET
    @Public
    public HealthView health() {
        return switch (report.now()) {
            case OK -> new HealthView("ok");
            case DEGRADED -> new HealthView("degraded");
            case DOWN ->
                    throw Refusal.of(
                            Refusal.Kind.UNAVAILABLE,
                            "the gateway cannot work: something that it needs is away; its log"
                                    + " says what");
        };
    }

    /** How the gateway is, in one word. */
    public record HealthView(String status) {}
}
