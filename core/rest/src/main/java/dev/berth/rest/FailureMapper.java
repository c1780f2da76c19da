package dev.berth.rest;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers whatever is thrown with problem details. */
@Provider
@Dependent
public final class FailureMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(FailureMapper.class.getName());

    private final CurrentRequest request;

    /** Creates it for the request that is being answered. */
    @Inject
    public FailureMapper(CurrentRequest request) {
        this.request = request;
    }

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WebApplicationException answer
                && answer.getResponse().getStatus() < 400) {
            return answer.getResponse();
        }
        Failure failure = Failure.of(thrown);
        if (failure.bug()) {
            LOG.log(System.Logger.Level.ERROR, "request failed request_id=" + request.id(), thrown);
        }
        return response(thrown, failure);
    }

    private Response response(Throwable thrown, Failure failure) {
        Response.ResponseBuilder builder =
                Response.status(failure.status())
                        .type(ProblemDetails.MEDIA_TYPE)
                        .entity(
                                ProblemDetails.of(
                                        failure.status(),
                                        failure.detail(),
                                        request.id(),
                                        failure.errors()));
        failure.headers().forEach(builder::header);
        if (thrown instanceof WebApplicationException refused) {
            String allow = refused.getResponse().getHeaderString(HttpHeaders.ALLOW);
            builder.header(HttpHeaders.ALLOW, allow);
        }
        return builder.build();
    }
}
