package dev.berth.outer;

import dev.berth.intent.account.FirstAdmin;
import dev.berth.model.Refusal;
import dev.berth.rest.SecretFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;

/** Sees to it that a new Berth gets its first user, as soon as the database answers. */
@ApplicationScoped
public class FirstUser {

    private final AtomicBoolean there = new AtomicBoolean();

    @Inject private FirstAdmin admin;
    @Inject private OuterConfig config;

    void started(@Observes @Initialized(ApplicationScoped.class) Object event) {
        ensure();
    }

    /** Returns whether it is there; tries again where the database was away so far. */
    boolean ensure() {
        if (!there.get()) {
            there.set(tried());
        }
        return there.get();
    }

    private boolean tried() {
        SecretFiles secrets = config.secretFiles();
        try {
            admin.ensure(
                    config.adminEmail, secrets.read("admin-password"), secrets.read("cli-token"));
            return true;
        } catch (Refusal away) {
            return false;
        }
    }
}
