package dev.berth.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the two WARs are made of, and above all what not: Outer never works, Inner knows nobody. */
class WarsIT {

    private static final List<String> WORKING =
            List.of("ManagedExecutorService", "ManagedScheduledExecutorService", "jakarta/ejb/");

    @Test
    void outerHasNoPartThatWorks() throws IOException {
        Set<String> libraries = war("outer").libraries();

        assertThat(libraries)
                .filteredOn(name -> name.startsWith("berth-"))
                .containsExactlyInAnyOrder(
                        "berth-identity",
                        "berth-intent",
                        "berth-kafka",
                        "berth-mail",
                        "berth-model",
                        "berth-rest",
                        "berth-rest-outer",
                        "berth-store");
        assertThat(libraries)
                .noneMatch(name -> name.contains("fabric8") || name.contains("kubernetes"));
    }

    @Test
    void innerHasNoPartThatKnowsUsers() throws IOException {
        Set<String> libraries = war("inner").libraries();

        assertThat(libraries)
                .filteredOn(name -> name.startsWith("berth-"))
                .containsExactlyInAnyOrder(
                        "berth-engine",
                        "berth-kafka",
                        "berth-model",
                        "berth-rest",
                        "berth-rest-inner",
                        "berth-spi",
                        "berth-store",
                        "berth-work");
        assertThat(libraries).doesNotContain("jose4j", "password4j");
    }

    @Test
    void nothingInOuterIsRunByTheContainerInTheBackground() throws IOException {
        Map<String, String> classes = war("outer").classes();

        assertThat(classes).containsKey("dev/berth/rest/outer/worker/WorkerResource.class");
        assertThat(classes)
                .allSatisfy(
                        (path, constants) -> assertThat(WORKING).noneMatch(constants::contains));
    }

    /** Kafka's client brings them for both applications; another copy would not fit to it. */
    @Test
    void whatTheServerSharesIsInNoWar() throws IOException {
        assertThat(war("outer").libraries()).doesNotContain("kafka-clients", "slf4j-api");
        assertThat(war("inner").libraries()).doesNotContain("kafka-clients", "slf4j-api");
    }

    private static War war(String name) throws IOException {
        return War.read(Distribution.current().war(name));
    }
}
