package dev.berth.rest.outer.info;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.model.ConfiguredExtension;
import dev.berth.rest.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The exact JSON that clients were written for. */
class InfoViewTest {

    @Test
    void infoKeepsReasonsToItself() {
        ConfiguredExtension broken =
                new ConfiguredExtension(
                        "runtime", "main", "process", "p", true, false, "/secret/path");

        assertThat(Json.write(InfoView.of(new BuildInfo("1.0", "abc"), List.of(broken))))
                .isEqualTo(
                        "{\"version\":\"1.0\",\"build\":\"abc\",\"api_revision\":\"v1\","
                                + "\"extensions\":[{\"kind\":\"runtime\",\"name\":\"main\","
                                + "\"extension\":\"process\",\"plugin\":\"p\","
                                + "\"certification\":\"bundled\",\"state\":\"error\"}]}");
    }
}
