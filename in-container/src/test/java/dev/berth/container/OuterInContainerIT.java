package dev.berth.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import dev.berth.intent.account.Authentication;
import dev.berth.intent.account.Origin;
import dev.berth.intent.info.Info;
import dev.berth.intent.worker.Workers;
import dev.berth.model.Caller;
import dev.berth.model.Refusal;
import dev.berth.model.Role;
import dev.berth.model.Worker;
import dev.berth.model.WorkerSettings;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Outer's use cases as the container puts them together. */
@ExtendWith(ArquillianExtension.class)
class OuterInContainerIT {

    private static final String ADMIN = "admin@localhost";
    private static final Origin HERE = new Origin("192.0.2.1");

    @Inject private Authentication authentication;
    @Inject private Workers workers;
    @Inject private Info info;

    @Inject
    @ConfigProperty(name = "berth.secrets.directory")
    private Path secrets;

    @Deployment(name = "inner", order = 1, testable = false)
    static WebArchive inner() {
        return Wars.shipped("inner");
    }

    @Deployment(order = 2)
    static WebArchive outer() {
        return Wars.with("outer", OuterInContainerIT.class);
    }

    @Test
    void firstAdminLogsInWithThePasswordOfTheSecret() throws IOException {
        Caller caller = authentication.authenticate(session());

        assertThat(caller.email()).isEqualTo(ADMIN);
        assertThat(caller.role()).isEqualTo(Role.OWNER);
    }

    @Test
    void wrongPasswordIsRefused() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> authentication.login(ADMIN, "not the password", HERE))
                .returns(Refusal.Kind.UNAUTHENTICATED, Assertions.from(Refusal::kind));
    }

    @Test
    void sessionEndsWithLogout() throws IOException {
        String session = session();
        Caller caller = authentication.authenticate(session);

        authentication.logout(caller);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> authentication.authenticate(session))
                .returns(Refusal.Kind.UNAUTHENTICATED, Assertions.from(Refusal::kind));
    }

    @Test
    void workerWithAnUnknownRuntimeIsRefusedAndTheKnownOnesAreNamed() throws IOException {
        Caller caller = authentication.authenticate(session());
        await().atMost(Duration.ofSeconds(30)).until(() -> !info.extensions().isEmpty());

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> workers.create(caller, "lost", "default", on("mainframe")))
                .withMessageContaining("known are process")
                .returns(Refusal.Kind.IMPOSSIBLE, Assertions.from(Refusal::kind));
    }

    @Test
    void workerIsFoundAgain() throws IOException {
        Caller caller = authentication.authenticate(session());
        await().atMost(Duration.ofSeconds(30)).until(() -> !info.extensions().isEmpty());

        Worker worker = workers.create(caller, "found", "default", on("process"));

        assertThat(workers.find(caller, worker.id().value(), 0).seen().worker().name())
                .isEqualTo("found");
    }

    private String session() throws IOException {
        return authentication
                .login(ADMIN, Files.readString(secrets.resolve("admin-password")), HERE)
                .token();
    }

    private static WorkerSettings on(String runtime) {
        return new WorkerSettings("1", "500Mi", "2Gi", 1, 1, "", "recreate", runtime);
    }
}
