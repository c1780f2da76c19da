package dev.berth.rest.outer.once;

import dev.berth.intent.once.Answer;
import dev.berth.intent.once.KeyedRequest;
import dev.berth.intent.once.Once;
import dev.berth.model.Scope;
import dev.berth.rest.CurrentRequest;
import dev.berth.rest.outer.Needs;
import dev.berth.rest.outer.ShowsSecret;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.WebApplicationException;
import java.util.Optional;

/** Runs what a request with an idempotency key asks for in one transaction with that key. */
@Interceptor
@Needs(Scope.READ)
@Priority(Interceptor.Priority.APPLICATION)
public class OnceInterceptor {

    private final Once once;
    private final CurrentRequest request;

    /** Creates it over the use case. */
    @Inject
    public OnceInterceptor(Once once, CurrentRequest request) {
        this.once = once;
        this.request = request;
    }

    /** Runs a method of a resource, or answers as it was answered before. */
    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        Optional<KeyedRequest> keyed = request.find(KeyedRequest.class);
        return keyed.isPresent() ? answered(keyed.get(), call) : call.proceed();
    }

    private Object answered(KeyedRequest keyed, InvocationContext call) {
        return switch (once.call(keyed, () -> result(call), result -> told(call, result))) {
            case Once.Done<Object>(Object result) -> result;
            // the method's type is not that of a response
            case Once.Repeated<Object>(Answer answer) ->
                    throw new WebApplicationException(Answers.response(answer));
        };
    }

    private static Optional<Answer> told(InvocationContext call, Object result) {
        return call.getMethod().isAnnotationPresent(ShowsSecret.class)
                ? Optional.empty()
                : Optional.of(Answers.of(result));
    }

    private static Object result(InvocationContext call) {
        try {
            return call.proceed();
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception bug) {
            throw new IllegalStateException(bug);
        }
    }
}
