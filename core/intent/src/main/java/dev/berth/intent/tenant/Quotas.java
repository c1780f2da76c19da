package dev.berth.intent.tenant;

import dev.berth.intent.Transactions;
import dev.berth.model.Caller;
import dev.berth.model.Refusal;
import dev.berth.model.TenantId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * Keeps tenants within their quotas. A tenant without any, such as the first admin's, has no
 * limits.
 */
public final class Quotas {

    private final Transactions transactions;
    private final QuotaStore store;
    private final Map<Quota, Long> defaults;

    /** Creates it; a new tenant gets {@code defaults}. */
    public Quotas(Transactions transactions, QuotaStore store, Map<Quota, Long> defaults) {
        this.transactions = transactions;
        this.store = store;
        this.defaults = Map.copyOf(defaults);
    }

    /** Returns the quotas of the caller's tenant. */
    public List<QuotaUse> list(Caller caller) {
        return transactions.call(
                () -> {
                    Map<Quota, Long> limits = store.limits(caller.tenant());
                    Map<Quota, Long> used = store.used(caller.tenant());
                    return Arrays.stream(Quota.values())
                            .map(quota -> use(quota, limits, used))
                            .toList();
                });
    }

    private static QuotaUse use(Quota quota, Map<Quota, Long> limits, Map<Quota, Long> used) {
        OptionalLong limit =
                limits.containsKey(quota)
                        ? OptionalLong.of(limits.get(quota))
                        : OptionalLong.empty();
        return new QuotaUse(quota, limit, used.getOrDefault(quota, 0L));
    }

    /** Gives a new tenant its quotas. Needs a transaction. */
    public void begin(TenantId tenant) {
        store.add(tenant, defaults);
    }

    /** Refuses where {@code tenant} may not have {@code more} of it. Needs a transaction. */
    public void mustFit(TenantId tenant, Quota quota, long more) {
        mustFit(tenant, Map.of(quota, more));
    }

    /**
     * Refuses where {@code tenant} may not have that much more, and names all that is short. Needs
     * a transaction, until whose end nobody else asks for this tenant.
     */
    public void mustFit(TenantId tenant, Map<Quota, Long> more) {
        Map<Quota, Long> limits = store.limits(tenant);
        if (limits.isEmpty() || more.isEmpty()) {
            return;
        }
        store.lock(tenant);
        Map<Quota, Long> used = store.used(tenant);
        String lacking =
                Arrays.stream(Quota.values())
                        .filter(more::containsKey)
                        .map(quota -> use(quota, limits, used))
                        .filter(use -> exceeds(use, more.get(use.quota())))
                        .map(use -> text(use, more.get(use.quota())))
                        .collect(Collectors.joining("; "));
        if (!lacking.isEmpty()) {
            throw Refusal.of(
                    Refusal.Kind.EXHAUSTED,
                    lacking + "; delete what is not needed, or ask the operator for more");
        }
    }

    private static boolean exceeds(QuotaUse use, long more) {
        return use.limit().isPresent() && more > use.limit().getAsLong() - use.used();
    }

    private static String text(QuotaUse use, long more) {
        return "the quota '%s' is %d, of which %d are used, and this takes %d more"
                .formatted(use.quota().word(), use.limit().orElseThrow(), use.used(), more);
    }
}
