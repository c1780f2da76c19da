package dev.berth.work.reconcile;

import dev.berth.model.Condition;
import dev.berth.model.Version;
import dev.berth.model.VersionStatus;
import dev.berth.model.Worker;
import dev.berth.spi.Endpoint;
import dev.berth.spi.ReleaseId;
import dev.berth.spi.ReleaseSpec;
import dev.berth.spi.Rollout.Member;
import dev.berth.spi.Traffic;
import dev.berth.work.worker.ReleaseFacts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The working copy of a release while a run goes on. */
final class ReleaseRun {

    private final ReleaseFacts facts;
    private final ReleaseId id;
    private final int replicas;
    private VersionStatus versionStatus;
    private int wanted;
    private int weight;
    private Optional<Instant> idleSince;
    private Traffic before;
    private List<Endpoint> endpoints;
    private Optional<String> failure;
    private List<Condition> conditions = List.of();

    ReleaseRun(Worker worker, ReleaseFacts facts) {
        this.facts = facts;
        this.replicas = worker.settings().replicas(facts.version().replicas());
        this.id = new ReleaseId(facts.version().worker().value(), facts.number());
        this.versionStatus = facts.versionStatus();
        this.wanted = facts.wanted();
        this.weight = facts.weight();
        this.idleSince = facts.idleSince();
        this.before = facts.before();
        this.endpoints = facts.endpoints();
        this.failure = facts.failure();
    }

    ReleaseId id() {
        return id;
    }

    Version version() {
        return facts.version();
    }

    /** Returns how many instances the developer wants of it in the end. */
    int replicas() {
        return replicas;
    }

    int wanted() {
        return wanted;
    }

    int weight() {
        return weight;
    }

    int ready() {
        return endpoints.size();
    }

    Optional<String> failure() {
        return failure;
    }

    /** Returns when it lost its share of the traffic; empty where there is nothing to drain. */
    Optional<Instant> idleSince() {
        return idleSince;
    }

    void want(int instances) {
        wanted = instances;
    }

    void weigh(int share, Instant now) {
        if (share > 0) {
            idleSince = Optional.empty();
        } else if (weight > 0) {
            idleSince = Optional.of(now);
        }
        weight = share;
    }

    /** Wants no instances any more, whatever they were asked. */
    void stop() {
        want(0);
        drained();
    }

    /** Notes that nothing of what it was asked is left to answer. */
    void drained() {
        idleSince = Optional.empty();
    }

    /** Notes what the router has seen of it as the shares of the traffic come into force. */
    void mark(Traffic seen) {
        before = seen;
    }

    Traffic before() {
        return before;
    }

    /** Returns what the runtime said of its instances when they were last seen ready. */
    List<Condition> conditions() {
        return conditions;
    }

    void noteConditions(List<Condition> said) {
        conditions = List.copyOf(said);
    }

    void found(List<Endpoint> ready, Optional<String> reason) {
        endpoints = List.copyOf(ready);
        failure = reason;
    }

    void become(VersionStatus.Phase phase, String message) {
        versionStatus = new VersionStatus(phase, message);
    }

    /** Gives it up; a version that served once is still one that did. */
    void reject(String reason) {
        if (versionStatus.phase() != VersionStatus.Phase.SUCCESS) {
            become(VersionStatus.Phase.ERROR, reason);
        }
        failure = Optional.of(reason);
    }

    /** Tells a version that still loads what is going on. */
    void progress(String phrase) {
        if (versionStatus.phase() == VersionStatus.Phase.LOADING) {
            become(VersionStatus.Phase.LOADING, phrase);
        }
    }

    ReleaseSpec spec(Worker worker) {
        return ReleaseSpecs.of(id, worker, facts, wanted);
    }

    Member seen(Traffic traffic) {
        // what has traffic may stay as it is, though fewer are wanted by now
        int most = weight > 0 ? Math.max(replicas, wanted) : replicas;
        return new Member(id, most, wanted, ready(), weight, before, traffic, failure);
    }

    ReleaseFacts facts() {
        return new ReleaseFacts(
                facts.number(),
                facts.version(),
                versionStatus,
                facts.configuration(),
                wanted,
                weight,
                idleSince,
                before,
                endpoints,
                failure);
    }
}
