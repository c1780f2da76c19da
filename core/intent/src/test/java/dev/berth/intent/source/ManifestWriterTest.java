package dev.berth.intent.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.model.AppManifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ManifestWriterTest {

    private final ManifestReader reader = new ManifestReader();
    private final ManifestWriter writer = new ManifestWriter();

    static Stream<String> good() {
        return ManifestFixtures.names("good").stream();
    }

    @ParameterizedTest
    @MethodSource("good")
    void whatIsWrittenIsReadAsTheSame(String name) {
        AppManifest manifest = reader.read(ManifestFixtures.text("good", name));

        String written = writer.write(manifest);

        assertThat(reader.read(written)).isEqualTo(manifest);
    }

    @Test
    void whatIsTheDefaultIsLeftOutAndNamesAreSorted() {
        String text =
                """
                {"components": [{"health": {"tcp": true}, "replicas": 1, "path": "./",
                 "type": "backend", "env": {"B": "2", "A": "1"}, "name": "hello"}],
                 "description": "", "appName": "Hello"}
                """;

        String written = writer.write(reader.read(text));

        assertThat(written)
                .isEqualTo(
                        """
                        {
                          "appName" : "Hello",
                          "components" : [ {
                            "name" : "hello",
                            "type" : "backend",
                            "env" : {
                              "A" : "1",
                              "B" : "2"
                            }
                          } ]
                        }
                        """);
    }
}
