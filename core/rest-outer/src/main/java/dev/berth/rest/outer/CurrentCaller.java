package dev.berth.rest.outer;

import dev.berth.model.Caller;
import dev.berth.model.Cause;
import dev.berth.model.Refusal;
import dev.berth.rest.CurrentRequest;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who asks. A resource is made before that is known, so it asks here in its methods. */
@Dependent
public class CurrentCaller {

    private static final Pattern TRACEPARENT =
            Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private final CurrentRequest request;

    /** Creates it over the request that {@code CallerCheck} noted him in. */
    @Inject
    public CurrentCaller(CurrentRequest request) {
        this.request = request;
    }

    /** Returns him; refuses on a route that is open to everybody. */
    public Caller get() {
        return request.find(Caller.class)
                .orElseThrow(() -> Refusal.of(Refusal.Kind.UNAUTHENTICATED, "nobody is logged in"));
    }

    /** Returns his request, as what it causes is told of it. */
    public Cause cause() {
        return new Cause(Optional.of(get().user()), request.id(), traceparent());
    }

    /** What is not of that form is no trace context, and goes no further. */
    private Optional<String> traceparent() {
        return Optional.of(request.header("traceparent"))
                .filter(text -> TRACEPARENT.matcher(text).matches());
    }
}
