package dev.berth.rest.outer.caller;

import dev.berth.intent.account.Signatures;
import dev.berth.intent.account.SignedRequest;
import dev.berth.intent.audit.WayIn;
import dev.berth.intent.once.IdempotencyKey;
import dev.berth.model.Caller;
import dev.berth.rest.CurrentRequest;
import dev.berth.rest.Public;
import dev.berth.rest.outer.CombinatorSigned;
import dev.berth.rest.outer.once.KeyHeader;
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
import java.util.Optional;

/** Lets those in who signed their requests, before anybody asks for a token. */
@Provider
@Dependent
@Priority(SignatureFilter.BEFORE_TOKENS)
public class SignatureFilter implements ContainerRequestFilter {

    static final int BEFORE_TOKENS = Priorities.AUTHENTICATION - 100;

    // RESTEasy takes only constructors without parameters for providers
    @Inject private Signatures signatures;
    @Inject private CallerCheck callers;
    @Inject private CurrentRequest request;
    @Context private ResourceInfo route;

    @Override
    public void filter(ContainerRequestContext context) {
        signed(context, route.getResourceMethod())
                .map(signatures::authenticate)
                .ifPresent(this::admit);
    }

    private void admit(Caller caller) {
        request.put(WayIn.class, WayIn.SIGNATURE);
        callers.admit(caller, request);
    }

    private Optional<SignedRequest> signed(ContainerRequestContext context, Method method) {
        if (method.isAnnotationPresent(Public.class)) {
            return Optional.empty();
        }
        return read(context, method)
                .map(
                        signed ->
                                KeyHeader.of(context, method)
                                        .map(IdempotencyKey::text)
                                        .map(signed::repeatable)
                                        .orElse(signed));
    }

    private Optional<SignedRequest> read(ContainerRequestContext context, Method method) {
        if (BerthSignature.present(context)) {
            return Optional.of(BerthSignature.read(context, request, method));
        }
        boolean older =
                method.isAnnotationPresent(CombinatorSigned.class)
                        && CombinatorSignature.present(context);
        return older ? Optional.of(CombinatorSignature.read(context)) : Optional.empty();
    }
}
