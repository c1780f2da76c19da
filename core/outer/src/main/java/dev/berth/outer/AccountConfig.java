package dev.berth.outer;

import dev.berth.intent.account.Admission;
import dev.berth.intent.tenant.Quota;
import dev.berth.model.Quantity;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an operator sets about who may come, and how much he may have. */
@Dependent
class AccountConfig {

    @Inject
    @ConfigProperty(name = "berth.registration", defaultValue = "closed")
    String registration;

    @Inject
    @ConfigProperty(name = "berth.quota.workers", defaultValue = "20")
    long workers;

    @Inject
    @ConfigProperty(name = "berth.quota.replicas", defaultValue = "40")
    long replicas;

    @Inject
    @ConfigProperty(name = "berth.quota.memory", defaultValue = "20Gi")
    String memory;

    @Inject
    @ConfigProperty(name = "berth.quota.source-bytes", defaultValue = "2Gi")
    String sourceBytes;

    @Inject
    @ConfigProperty(name = "berth.quota.projects", defaultValue = "10")
    long projects;

    @Inject
    @ConfigProperty(name = "berth.quota.members", defaultValue = "50")
    long members;

    Admission admission() {
        return switch (registration.toLowerCase(Locale.ROOT)) {
            case "open" -> Admission.OPEN;
            case "closed" -> Admission.CLOSED;
            default ->
                    throw new IllegalArgumentException(
                            "berth.registration is '%s', but must be open or closed"
                                    .formatted(registration));
        };
    }

    Map<Quota, Long> quotas() {
        return Map.of(
                Quota.WORKERS, workers,
                Quota.REPLICAS, replicas,
                Quota.MEMORY, bytes("berth.quota.memory", memory),
                Quota.SOURCE_BYTES, bytes("berth.quota.source-bytes", sourceBytes),
                Quota.PROJECTS, projects,
                Quota.MEMBERS, members);
    }

    private static long bytes(String key, String text) {
        return Quantity.bytes(text)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "%s is '%s', but must be a size such as 500Mi or 2Gi"
                                                .formatted(key, text)));
    }
}
