package dev.berth.rest.outer;

import dev.berth.intent.account.Origin;
import dev.berth.rest.CurrentRequest;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

/** Where the request comes from. A resource asks here in its methods, as for who asks. */
@Dependent
public class CurrentOrigin {

    private final CurrentRequest request;
    private final TrustedProxies proxies;

    /** Creates it over the container's request, and whose word counts about others' addresses. */
    @Inject
    public CurrentOrigin(CurrentRequest request, TrustedProxies proxies) {
        this.request = request;
        this.proxies = proxies;
    }

    /** Returns the place. */
    public Origin get() {
        return Origin.of(address());
    }

    /** Returns the address. */
    public String address() {
        return proxies.client(request.from(), request.list(TrustedProxies.HEADER));
    }
}
