package dev.berth.outer;

import dev.berth.identity.HmacCodeHasher;
import dev.berth.identity.SessionKey;
import dev.berth.intent.account.Authentication;
import dev.berth.intent.account.CodeRequests;
import dev.berth.intent.account.MailedCodes;
import dev.berth.intent.account.Newcomers;
import dev.berth.intent.account.PasswordHasher;
import dev.berth.intent.account.PasswordResets;
import dev.berth.intent.account.Registration;
import dev.berth.intent.account.SecretKeys;
import dev.berth.intent.account.Throttle;
import dev.berth.intent.account.TimeBuckets;
import dev.berth.intent.mail.Mail;
import dev.berth.intent.task.Announcer;
import dev.berth.intent.task.UserTasks;
import dev.berth.intent.tenant.Members;
import dev.berth.intent.tenant.Projects;
import dev.berth.intent.tenant.Quotas;
import dev.berth.intent.tenant.Tenancy;
import dev.berth.store.OuterStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;

/** Makes the use cases of accounts and tenants. */
@ApplicationScoped
public class AccountWiring {

    /** Several times what it takes to make a code and to put a letter into a directory. */
    private static final Duration CODE_ANSWERS = Duration.ofMillis(25);

    @Produces
    @Singleton
    Throttle throttle(OuterStore store, InstantSource clock) {
        return new Throttle(store.attempts(), clock);
    }

    @Produces
    @Singleton
    MailedCodes codes(OuterStore store, OuterConfig config, InstantSource clock) {
        SessionKey key = SessionKey.of(config.secretFiles().read(Adapters.SESSION_KEY));
        return new MailedCodes(
                store.transactions(),
                store.codes(),
                new HmacCodeHasher(key),
                clock,
                new SecureRandom());
    }

    @Produces
    @Singleton
    CodeRequests codeRequests(
            OuterStore store,
            MailedCodes codes,
            Throttle throttle,
            Mail mail,
            AccountConfig config,
            InstantSource clock) {
        return new CodeRequests(
                store.transactions(),
                store.accounts(),
                store.invitations(),
                codes,
                throttle,
                mail,
                config.admission(),
                clock,
                TimeBuckets.of(CODE_ANSWERS));
    }

    @Produces
    @Singleton
    UserTasks userTasks(OuterStore store, Announcer announcer, InstantSource clock) {
        return new UserTasks(store.transactions(), store.userTasks(), announcer, clock);
    }

    @Produces
    @Singleton
    Newcomers newcomers(
            OuterStore store,
            Quotas quotas,
            UserTasks tasks,
            PasswordHasher passwords,
            InstantSource clock) {
        return new Newcomers(
                store.accounts(), store.invitations(), quotas, tasks, passwords, clock);
    }

    @Produces
    @Singleton
    Registration registration(
            OuterStore store,
            Newcomers newcomers,
            MailedCodes codes,
            PasswordHasher passwords,
            SecretKeys keys,
            UserTasks tasks,
            Authentication authentication,
            AccountConfig config) {
        return new Registration(
                store.transactions(),
                store.accounts(),
                newcomers,
                codes,
                passwords,
                keys,
                tasks,
                authentication,
                config.admission());
    }

    @Produces
    @Singleton
    PasswordResets passwordResets(
            OuterStore store,
            MailedCodes codes,
            PasswordHasher passwords,
            Throttle throttle,
            InstantSource clock) {
        return new PasswordResets(
                store.transactions(), store.accounts(), codes, passwords, throttle, clock);
    }

    @Produces
    @Singleton
    Tenancy tenancy(OuterStore store, InstantSource clock) {
        return new Tenancy(store.transactions(), store.members(), store.invitations(), clock);
    }

    @Produces
    @Singleton
    Quotas quotas(OuterStore store, AccountConfig config) {
        return new Quotas(store.transactions(), store.quotas(), config.quotas());
    }

    @Produces
    @Singleton
    Members members(
            OuterStore store, Quotas quotas, Throttle throttle, Mail mail, InstantSource clock) {
        return new Members(
                store.transactions(),
                store.members(),
                store.invitations(),
                quotas,
                throttle,
                mail,
                clock);
    }

    @Produces
    @Singleton
    Projects projects(OuterStore store, Quotas quotas, InstantSource clock) {
        return new Projects(store.transactions(), store.projects(), quotas, clock);
    }
}
