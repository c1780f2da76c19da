package dev.berth.rest.outer.audit;

import dev.berth.intent.audit.Asked;
import dev.berth.intent.audit.Audit;
import dev.berth.intent.audit.Deed;
import dev.berth.intent.audit.WayIn;
import dev.berth.model.Caller;
import dev.berth.rest.CurrentRequest;
import dev.berth.rest.outer.Audited;
import dev.berth.rest.outer.ChangesNothing;
import dev.berth.rest.outer.CurrentOrigin;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Says to the audit log what is asked for, by whom and from where; adds what was refused. What is
 * done, the use case notes in the transaction of the change. Comes after it is known who asks, and
 * before it is known whether he may.
 */
@Provider
@Dependent
@Priority(Priorities.AUTHENTICATION + 500)
public class AuditFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final System.Logger LOG = System.getLogger(AuditFilter.class.getName());
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");

    // RESTEasy takes only constructors without parameters for providers
    @Inject private CurrentRequest request;
    @Inject private Audit audit;
    @Inject private CurrentOrigin origin;
    @Context private ResourceInfo route;

    @Override
    public void filter(ContainerRequestContext context) {
        Method method = route.getResourceMethod();
        if (changes(context.getMethod(), method)) {
            Asked asked = asked(operation(method), target(context));
            request.find(Deed.class).ifPresent(deed -> deed.ask(asked));
        }
    }

    @Override
    public void filter(ContainerRequestContext context, ContainerResponseContext response) {
        // not CDI's request, which another thread that answers does not know
        if (context.getProperty(Deed.class.getName()) instanceof Deed deed) {
            end(deed, response.getStatus());
        }
    }

    // a browser that comes back from a provider can only GET
    private static boolean changes(String verb, Method method) {
        return CHANGING.contains(verb)
                ? !method.isAnnotationPresent(ChangesNothing.class)
                : method.isAnnotationPresent(Audited.class);
    }

    static String operation(Method method) {
        Audited audited = method.getAnnotation(Audited.class);
        if (audited == null) {
            throw new IllegalStateException(
                    "cannot let anybody use "
                            + method
                            + ": it does not say what the audit log calls it");
        }
        return audited.value();
    }

    private Asked asked(String operation, String target) {
        Optional<Caller> caller = request.find(Caller.class);
        return new Asked(
                operation,
                target,
                caller,
                request.find(WayIn.class).or(() -> caller.map(WayIn::of)),
                origin.address(),
                request.id());
    }

    /** Returns what the path names: by its id, else by whatever it has. */
    private static String target(ContainerRequestContext context) {
        MultivaluedMap<String, String> named = context.getUriInfo().getPathParameters();
        return named.getOrDefault(
                        "id", named.values().stream().findFirst().orElseGet(() -> List.of("")))
                .getFirst();
    }

    private void end(Deed deed, int status) {
        try {
            audit.ended(deed, status);
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.WARNING, "a refusal is not in the audit log", failed);
        }
    }
}
