package dev.berth.outer;

import dev.berth.identity.Argon2Cost;
import dev.berth.identity.Argon2PasswordHasher;
import dev.berth.identity.JwtSessionTokens;
import dev.berth.identity.SessionKey;
import dev.berth.intent.account.PasswordHasher;
import dev.berth.intent.account.SessionTokens;
import dev.berth.intent.worker.InnerLogs;
import dev.berth.intent.worker.InnerPlans;
import dev.berth.kafka.KafkaAnnouncer;
import dev.berth.rest.outer.HttpInnerLogs;
import dev.berth.rest.outer.HttpInnerPlans;
import dev.berth.rest.outer.InnerClient;
import dev.berth.store.ConfigKeys;
import dev.berth.store.OuterStore;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import javax.sql.DataSource;

/** The adapters behind the ports of the use cases, and what they hold open. */
@ApplicationScoped
public class Adapters {

    static final String DATA_SOURCE = "jdbc/outer";

    private OuterStore store;
    private KafkaAnnouncer announcer;

    @Resource(lookup = DATA_SOURCE)
    private DataSource dataSource;

    @Inject private OuterConfig config;

    @PostConstruct
    void open() {
        store = OuterStore.open(dataSource, ConfigKeys.in(config.secrets.resolve("config-key")));
        announcer = new KafkaAnnouncer(config.kafka);
    }

    @PreDestroy
    void close() {
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
        return new Argon2PasswordHasher(Argon2Cost.OWASP);
    }

    @Produces
    @Singleton
    SessionTokens tokens(InstantSource clock) {
        return new JwtSessionTokens(SessionKey.of(secret("session-key")), clock);
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
    InstantSource clock() {
        return InstantSource.system();
    }

    private String secret(String name) {
        return config.secretFiles().read(name);
    }
}
