package dev.berth.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;

/** Answers whatever is thrown with problem details. */
@Provider
@Dependent
public final class FailureMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(FailureMapper.class.getName());

    // not CDI's request: that is known to the thread that began to answer, and no other
    @Context private HttpServletRequest request;

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WebApplicationException answer
                && answer.getResponse().getStatus() < 400) {
            return answer.getResponse();
        }
        Failure failure = Failure.of(thrown);
        String id = new CurrentRequest(request).id();
        if (failure.bug()) {
            LineFields.with(
                    Map.of("request_id", id),
                    () -> LOG.log(System.Logger.Level.ERROR, "request failed", thrown));
        }
        return response(thrown, failure, id);
    }

    private static Response response(Throwable thrown, Failure failure, String id) {
        Response.ResponseBuilder builder =
                Response.status(failure.status())
                        .type(ProblemDetails.MEDIA_TYPE)
                        .entity(
                                ProblemDetails.of(
                                        failure.status(), failure.detail(), id, failure.errors()));
        failure.headers().forEach(builder::header);
        if (thrown instanceof WebApplicationException refused) {
            String allow = refused.getResponse().getHeaderString(HttpHeaders.ALLOW);
            builder.header(HttpHeaders.ALLOW, allow);
        }
        return builder.build();
    }
}
