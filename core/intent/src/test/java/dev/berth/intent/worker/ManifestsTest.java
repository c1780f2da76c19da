package dev.berth.intent.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.intent.Callers;
import dev.berth.model.Caller;
import dev.berth.model.Refusal;
import dev.berth.model.Role;
import dev.berth.model.SourceId;
import dev.berth.model.Worker;
import java.util.Optional;
import java.util.OptionalInt;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ManifestsTest {

    private static final String MANIFEST =
            """
            {
              "appName" : "Shop",
              "components" : [ {
                "name" : "web",
                "type" : "backend"
              } ]
            }
            """;

    private final Scene scene = new Scene();
    private final Worker worker = scene.worker("web");
    private final Manifests manifests =
            new Manifests(scene.transactions, scene.store, scene.sources);

    @Test
    void newestVersionIsShownWhileNoneIsActive() {
        deploy(scene.source(scene.developer, Optional.of(MANIFEST.replace("Shop", "Old"))));
        deploy(scene.source(scene.developer, Optional.of(MANIFEST)));

        assertThat(manifests.of(scene.developer, worker.id().value())).isEqualTo(MANIFEST);
    }

    @Test
    void workerWithoutASourceHasNone() {
        Refusal refusal = refusal(() -> manifests.of(scene.developer, worker.id().value()));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.ABSENT);
        assertThat(refusal).hasMessageContaining("has no manifest");
    }

    @Test
    void foreignWorkerIsAnsweredLikeAnUnknownOne() {
        Caller stranger = scene.somebody(Role.OWNER);

        Refusal foreign = refusal(() -> manifests.of(stranger, worker.id().value()));

        assertThat(foreign).hasMessage("there is no worker '" + worker.id() + "'");
    }

    private void deploy(SourceId source) {
        scene.deployments.deploy(
                scene.developer,
                new DeployRequest(
                        worker.id(),
                        Optional.empty(),
                        Optional.of(source),
                        OptionalInt.empty(),
                        "",
                        Optional.empty(),
                        Callers.cause()));
    }

    private static Refusal refusal(ThrowingCallable action) {
        return catchThrowableOfType(Refusal.class, action);
    }
}
