package dev.berth.outer;

import dev.berth.intent.audit.Audit;
import dev.berth.intent.event.EventFeed;
import dev.berth.intent.event.EventStreams;
import dev.berth.intent.report.Reports;
import dev.berth.intent.usage.ResourceUsages;
import dev.berth.intent.worker.InnerUsage;
import dev.berth.intent.worker.Usages;
import dev.berth.intent.worker.Workers;
import dev.berth.rest.outer.TrustedProxies;
import dev.berth.rest.outer.caller.PartOfBerth;
import dev.berth.store.OuterStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Makes the use cases by which users see what happens, and who did it. */
@ApplicationScoped
public class WatchWiring {

    private static final Duration LOOK = Duration.ofMillis(200);

    @Produces
    @Singleton
    Audit audit(OuterStore store) {
        return new Audit(store.transactions(), store.audit());
    }

    @Produces
    @Singleton
    EventFeed feed(OuterStore store) {
        return new EventFeed(store.events(), LOOK);
    }

    void close(@Disposes EventFeed feed) {
        feed.close();
    }

    @Produces
    @Singleton
    EventStreams events(OuterStore store, EventFeed feed) {
        return new EventStreams(store.events(), feed);
    }

    @Produces
    @Singleton
    Usages usages(OuterStore store, Workers workers, InnerUsage inner) {
        return new Usages(store.transactions(), workers, inner);
    }

    @Produces
    @Singleton
    ResourceUsages resourceUsages(OuterStore store) {
        return new ResourceUsages(store.transactions(), store.resourceUsage());
    }

    @Produces
    @Singleton
    Reports reports(OuterStore store) {
        return new Reports(store.transactions(), store.operators(), store.reports());
    }

    @Produces
    @Singleton
    PartOfBerth partOfBerth(OuterStore store, OuterConfig config) {
        return new PartOfBerth(config.secretFiles().read("service-token"), store.delegates());
    }

    @Produces
    @Singleton
    TrustedProxies proxies(OuterConfig config) {
        return TrustedProxies.of(config.proxies.orElse(List.of()));
    }
}
