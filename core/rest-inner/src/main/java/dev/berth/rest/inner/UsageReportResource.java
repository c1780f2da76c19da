package dev.berth.rest.inner;

import dev.berth.rest.OneOrMany;
import dev.berth.work.usage.UsageReports;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.List;

/** Takes in what resources were used for. */
@Dependent
@Path("/api/v1/combinator/reportUsage")
public class UsageReportResource {

    private final UsageReports reports;
    private final InstantSource clock;

    /** Creates it over where reports are kept. */
    @Inject
    public UsageReportResource(UsageReports reports, InstantSource clock) {
        this.reports = reports;
        this.clock = clock;
    }

    /** Takes in one report or a list, all of it or nothing. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public ReportAnswer report(OneOrMany<UsageReportBody> body) {
        UsageReportBodies bodies = new UsageReportBodies(body);
        return switch (reports.keep(bodies.reports(clock.instant()))) {
            case UsageReports.Kept.All(int added) -> new ReportAnswer("report received", added);
            case UsageReports.Kept.Strangers(List<Integer> places) ->
                    throw bodies.strangers(places);
        };
    }

    /**
     * What came of it.
     *
     * @param count how many spans count that did not before
     */
    public record ReportAnswer(String message, int count) {}
}
