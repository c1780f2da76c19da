package dev.berth.rest.inner;

import dev.berth.model.Refusal;
import dev.berth.rest.CurrentRequest;
import dev.berth.work.audit.RefusedCall;
import dev.berth.work.audit.RefusedCalls;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** Writes down who came without the service token: nobody has a reason to. */
@Provider
@Dependent
public class RefusalAudit implements ContainerResponseFilter {

    private static final System.Logger LOG = System.getLogger("dev.berth.audit");

    // RESTEasy takes only constructors without parameters for providers
    @Inject private CurrentRequest current;
    @Inject private RefusedCalls calls;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "call without the service token refused method={0} path={1} from={2}"
                            + " request_id={3}",
                    request.getMethod(),
                    request.getUriInfo().getPath(),
                    current.from(),
                    current.id());
            note();
        }
    }

    private void note() {
        try {
            calls.note(
                    new RefusedCall(
                            current.method(), current.path(), current.from(), current.id()));
        } catch (Refusal databaseAway) {
            // the line in the log is there
        }
    }
}
