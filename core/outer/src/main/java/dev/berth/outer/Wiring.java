package dev.berth.outer;

import dev.berth.intent.account.Authentication;
import dev.berth.intent.account.FirstAdmin;
import dev.berth.intent.account.PasswordHasher;
import dev.berth.intent.account.PersonalTokens;
import dev.berth.intent.account.SecretKeys;
import dev.berth.intent.account.SessionTokens;
import dev.berth.intent.account.Signatures;
import dev.berth.intent.account.Throttle;
import dev.berth.intent.account.TokenAuthentication;
import dev.berth.intent.info.Info;
import dev.berth.intent.once.Once;
import dev.berth.intent.source.ManifestReader;
import dev.berth.intent.source.SourceUploads;
import dev.berth.intent.task.Announcer;
import dev.berth.intent.task.Tasks;
import dev.berth.intent.tenant.Quotas;
import dev.berth.intent.worker.Configurations;
import dev.berth.intent.worker.Deployables;
import dev.berth.intent.worker.Deployments;
import dev.berth.intent.worker.InnerLogs;
import dev.berth.intent.worker.InnerPlans;
import dev.berth.intent.worker.KnownExtensions;
import dev.berth.intent.worker.Manifests;
import dev.berth.intent.worker.Plans;
import dev.berth.intent.worker.Requeues;
import dev.berth.intent.worker.RollBacks;
import dev.berth.intent.worker.Verdicts;
import dev.berth.intent.worker.WorkerTasks;
import dev.berth.intent.worker.WorkerUpdates;
import dev.berth.intent.worker.Workers;
import dev.berth.rest.outer.info.BuildInfo;
import dev.berth.rest.outer.source.Uploads;
import dev.berth.rest.outer.worker.DefaultNames;
import dev.berth.rest.outer.worker.PublicUrls;
import dev.berth.store.OuterStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Makes the use cases. */
@ApplicationScoped
public class Wiring {

    @Produces
    @Singleton
    Authentication authentication(
            OuterStore store,
            PasswordHasher passwords,
            SessionTokens tokens,
            Throttle throttle,
            InstantSource clock) {
        return new Authentication(
                store.transactions(),
                store.accounts(),
                passwords,
                tokens,
                new TokenAuthentication(store.tokens(), clock),
                throttle,
                clock);
    }

    @Produces
    @Singleton
    FirstAdmin firstAdmin(OuterStore store, PasswordHasher passwords, InstantSource clock) {
        return new FirstAdmin(
                store.transactions(),
                store.accounts(),
                store.tokens(),
                store.operators(),
                store.userTasks(),
                passwords,
                clock);
    }

    @Produces
    @Singleton
    PersonalTokens personalTokens(OuterStore store, InstantSource clock) {
        return new PersonalTokens(store.transactions(), store.tokens(), clock, new SecureRandom());
    }

    @Produces
    @Singleton
    SecretKeys secretKeys(OuterStore store, InstantSource clock) {
        return new SecretKeys(store.transactions(), store.signingKeys(), clock, new SecureRandom());
    }

    @Produces
    @Singleton
    Signatures signatures(OuterStore store, InstantSource clock) {
        return new Signatures(
                store.transactions(),
                store.signingKeys(),
                store.signatures(),
                clock,
                new SecureRandom());
    }

    @Produces
    @Singleton
    Once once(OuterStore store) {
        return new Once(store.transactions(), store.answers());
    }

    @Produces
    @Singleton
    KnownExtensions knownExtensions(OuterStore store) {
        return new KnownExtensions(store.extensions());
    }

    @Produces
    @Singleton
    WorkerTasks workerTasks(OuterStore store, Announcer announcer, InstantSource clock) {
        return new WorkerTasks(store.transactions(), store.tasks(), announcer, clock);
    }

    @Produces
    @Singleton
    Workers workers(
            OuterStore store,
            Quotas quotas,
            KnownExtensions known,
            WorkerTasks tasks,
            InnerLogs logs,
            InstantSource clock) {
        return new Workers(
                store.transactions(),
                store.workers(),
                store.accounts(),
                quotas,
                known,
                tasks,
                logs,
                clock,
                new SecureRandom());
    }

    @Produces
    @Singleton
    WorkerUpdates workerUpdates(
            OuterStore store,
            Quotas quotas,
            KnownExtensions known,
            WorkerTasks tasks,
            InstantSource clock) {
        return new WorkerUpdates(store.workers(), store.accounts(), quotas, known, tasks, clock);
    }

    @Produces
    @Singleton
    Configurations configurations(OuterStore store, WorkerTasks tasks, InstantSource clock) {
        return new Configurations(store.transactions(), store.workers(), tasks, clock);
    }

    @Produces
    @Singleton
    Deployables deployables(OuterStore store) {
        return new Deployables(store.sources(), new ManifestReader());
    }

    @Produces
    @Singleton
    Deployments deployments(
            OuterStore store,
            Deployables deployables,
            KnownExtensions known,
            WorkerTasks tasks,
            InstantSource clock) {
        return new Deployments(store.workers(), deployables, known, tasks, clock);
    }

    @Produces
    @Singleton
    Plans plans(
            OuterStore store,
            Workers workers,
            Deployables deployables,
            KnownExtensions known,
            InnerPlans inner) {
        return new Plans(store.transactions(), workers, deployables, known, inner);
    }

    @Produces
    @Singleton
    Requeues requeues(OuterStore store, WorkerTasks tasks) {
        return new Requeues(store.workers(), store.tasks(), tasks);
    }

    @Produces
    @Singleton
    Manifests manifests(OuterStore store) {
        return new Manifests(store.transactions(), store.workers(), store.sources());
    }

    @Produces
    @Singleton
    RollBacks rollBacks(OuterStore store, WorkerTasks tasks, InstantSource clock) {
        return new RollBacks(store.workers(), tasks, clock);
    }

    @Produces
    @Singleton
    Verdicts verdicts(OuterStore store, WorkerTasks tasks) {
        return new Verdicts(store.workers(), tasks);
    }

    @Produces
    @Singleton
    Tasks tasks(OuterStore store) {
        return new Tasks(store.transactions(), store.tasks());
    }

    @Produces
    @Singleton
    Info info(OuterStore store) {
        return new Info(store.transactions(), store.extensions());
    }

    @Produces
    @Singleton
    Uploads uploads(OuterStore store, Quotas quotas, OuterConfig config, InstantSource clock) {
        SourceUploads uploads =
                new SourceUploads(
                        store.transactions(), store.sources(), quotas, clock, config.uploads());
        return (caller, sha256, archive, length) -> {
            SourceUploads.Result result = uploads.upload(caller, sha256, archive, length);
            return new Uploads.Uploaded(result.id(), result.created());
        };
    }

    @Produces
    @Singleton
    BuildInfo build() {
        return Build.info();
    }

    @Produces
    @Singleton
    DefaultNames defaults(OuterConfig config) {
        return new DefaultNames(config.strategy, config.runtime);
    }

    @Produces
    @Singleton
    PublicUrls urls(OuterConfig config) {
        return new PublicUrls(config.urlTemplate);
    }
}
