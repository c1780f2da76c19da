package dev.berth.intent.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.intent.Callers;
import dev.berth.model.Worker;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class VersionHistoryTest {

    private final Scene scene = new Scene();
    private final Worker worker = scene.worker("web");

    @Test
    void eachVersionNamesWhatDiffersFromTheOneBefore() {
        deploy("web:1", 80, "");
        deploy("web:2", 80, "c0ffee");
        deploy("web:2", 81, "c0ffee");
        deploy("web:2", 81, "c0ffee");

        List<VersionEntry> history = history(0);

        assertThat(history)
                .extracting(VersionEntry::changed)
                .containsExactly(
                        List.of(), List.of("port"), List.of("artifact", "commit_sha"), List.of());
    }

    @Test
    void lastOfAPageIsComparedWithTheFirstOfTheNext() {
        for (int port = 1; port <= 12; port++) {
            deploy("web:1", port, "");
        }

        List<VersionEntry> history = history(0);

        assertThat(history).hasSize(10);
        assertThat(history).allSatisfy(one -> assertThat(one.changed()).containsExactly("port"));
    }

    private List<VersionEntry> history(int offset) {
        return scene.workers.find(scene.developer, worker.id().value(), offset).versions().items();
    }

    private void deploy(String image, int port, String commit) {
        scene.deployments.deploy(
                scene.developer,
                new DeployRequest(
                        worker.id(),
                        Optional.of(image),
                        Optional.empty(),
                        OptionalInt.of(port),
                        commit,
                        Optional.empty(),
                        Callers.cause()));
    }
}
