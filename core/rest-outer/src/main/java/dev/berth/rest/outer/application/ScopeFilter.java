package dev.berth.rest.outer.application;

import dev.berth.model.Caller;
import dev.berth.rest.Public;
import dev.berth.rest.outer.CurrentCaller;
import dev.berth.rest.outer.Needs;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;

/** Lets callers do only what token and role allow: comes after who asks is known. */
@Provider
@Dependent
@Priority(Priorities.AUTHORIZATION)
public class ScopeFilter implements ContainerRequestFilter {

    // RESTEasy takes only constructors without parameters for providers
    @Inject private CurrentCaller caller;
    @Context private ResourceInfo route;

    @Override
    public void filter(ContainerRequestContext context) {
        Method method = route.getResourceMethod();
        if (!method.isAnnotationPresent(Public.class)) {
            check(method, caller.get());
        }
    }

    static void check(Method method, Caller caller) {
        Needs needs = method.getAnnotation(Needs.class);
        if (needs == null) {
            throw new IllegalStateException(
                    "cannot let anybody use " + method + ": it does not say which scope it needs");
        }
        caller.rights().mustAllow(needs.value());
        caller.mustBe(needs.role().length > 0 ? needs.role()[0] : needs.value().role());
    }
}
