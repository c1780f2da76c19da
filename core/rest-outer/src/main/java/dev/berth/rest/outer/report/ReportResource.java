package dev.berth.rest.outer.report;

import dev.berth.intent.report.Reports;
import dev.berth.model.Scope;
import dev.berth.rest.PageQuery;
import dev.berth.rest.outer.CurrentCaller;
import dev.berth.rest.outer.Needs;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Shows operators what each user holds. */
@Dependent
@Path("/api/v1/report")
@Tag(name = "operator")
public class ReportResource {

    private final Reports reports;
    private final CurrentCaller caller;

    /** Creates it over the use case. */
    @Inject
    public ReportResource(Reports reports, CurrentCaller caller) {
        this.reports = reports;
        this.caller = caller;
    }

    /** Lists users. */
    @GET
    @Needs(Scope.ADMIN)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Lists all users with what each held when he was looked at last, and how that"
                            + " differed from what there may be and from what there is; for"
                            + " operators")
    public ReportView list(@BeanParam PageQuery page) {
        return ReportView.of(reports.list(caller.get(), page.page()));
    }
}
