package dev.berth.outer;

import dev.berth.identity.Argon2Cost;
import dev.berth.identity.Argon2PasswordHasher;
import dev.berth.identity.BoundedPasswordHasher;
import dev.berth.identity.JwtSessionTokens;
import dev.berth.identity.SessionKey;
import dev.berth.intent.account.PasswordHasher;
import dev.berth.intent.account.SessionTokens;
import dev.berth.intent.mail.Mail;
import dev.berth.intent.worker.InnerLogs;
import dev.berth.intent.worker.InnerPlans;
import dev.berth.intent.worker.InnerUsage;
import dev.berth.kafka.KafkaAnnouncer;
import dev.berth.mail.BackgroundMail;
import dev.berth.rest.outer.inner.HttpInnerLogs;
import dev.berth.rest.outer.inner.HttpInnerPlans;
import dev.berth.rest.outer.inner.HttpInnerUsage;
import dev.berth.rest.outer.inner.InnerClient;
import dev.berth.store.OuterStore;
import dev.berth.store.cipher.ConfigKeys;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;

/** The adapters behind the ports of the use cases, and what they hold open. */
@ApplicationScoped
public class Adapters {

    static final String DATA_SOURCE = "jdbc/outer";
    static final String SESSION_KEY = "session-key";

    // a password takes 19 MiB while it is hashed
    private static final int HASHED_AT_ONCE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private OuterStore store;
    private KafkaAnnouncer announcer;
    private BackgroundMail mail;

    @Resource(lookup = DATA_SOURCE)
    private DataSource dataSource;

    @Inject private OuterConfig config;
    @Inject private MailConfig mailConfig;

    @PostConstruct
    void open() {
        mail = new BackgroundMail(mailConfig.carrier(clock()));
        store = OuterStore.open(dataSource, ConfigKeys.in(config.secrets.resolve("config-key")));
        announcer = new KafkaAnnouncer(config.kafka);
    }

    @PreDestroy
    void close() {
        mail.close();
        announcer.close();
        store.close();
    }

    @Produces
    @Singleton
    OuterStore store() {
        return store;
    }

    @Produces
    @Singleton
    KafkaAnnouncer announcer() {
        return announcer;
    }

    @Produces
    @Singleton
    PasswordHasher passwords() {
        return new BoundedPasswordHasher(
                new Argon2PasswordHasher(Argon2Cost.OWASP), HASHED_AT_ONCE, PATIENCE);
    }

    @Produces
    @Singleton
    SessionTokens tokens(InstantSource clock) {
        return new JwtSessionTokens(SessionKey.of(secret(SESSION_KEY)), clock);
    }

    @Produces
    @Singleton
    Mail mail() {
        return mail;
    }

    @Produces
    @Singleton
    InnerClient inner() {
        return new InnerClient(config.inner, secret("service-token"));
    }

    @Produces
    @Singleton
    InnerLogs logs(InnerClient inner) {
        return new HttpInnerLogs(inner);
    }

    @Produces
    @Singleton
    InnerPlans plans(InnerClient inner) {
        return new HttpInnerPlans(inner);
    }

    @Produces
    @Singleton
    InnerUsage usage(InnerClient inner) {
        return new HttpInnerUsage(inner);
    }

    @Produces
    @Singleton
    InstantSource clock() {
        return InstantSource.system();
    }

    private String secret(String name) {
        return config.secretFiles().read(name);
    }
}
