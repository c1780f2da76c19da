package dev.berth.rest.outer.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import dev.berth.rest.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VariablesBodyTest {

    @Test
    void oneIsSetOrDeletedByItsKey() {
        assertThat(changes("{\"key\": \"A\", \"value\": \"\"}"))
                .isEqualTo(Map.of("A", Optional.of("")));
        assertThat(changes("{\"key\": \"A\", \"value\": \"1\", \"delete\": false}"))
                .isEqualTo(Map.of("A", Optional.of("1")));
        assertThat(changes("{\"key\": \"A\", \"delete\": true}"))
                .isEqualTo(Map.of("A", Optional.empty()));
    }

    @Test
    void severalAreSetAndThoseWithNullDeleted() {
        assertThat(changes("{\"values\": {\"A\": \"1\", \"B\": null}}"))
                .isEqualTo(Map.of("A", Optional.of("1"), "B", Optional.empty()));
        assertThat(changes("{\"values\": {}}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"key\": \"A\"}",
                "{\"key\": \"A\", \"value\": null}",
                "{\"key\": \"A\", \"delete\": false}",
                "{\"key\": \"A\", \"value\": \"1\", \"delete\": true}",
                "{\"value\": \"1\"}",
                "{\"key\": \"A\", \"value\": \"1\", \"values\": {}}",
                "{\"values\": {}, \"delete\": true}",
                "{\"values\": {}, \"value\": \"1\"}"
            })
    void whatSaysNeitherOrBothIsMalformed(String json) {
        assertThat(refusal(json).kind()).isEqualTo(Refusal.Kind.MALFORMED);
    }

    @Test
    void problemIsWhereTheNameStands() {
        assertThat(refusal("{\"values\": {\"A/~\": \"1\", \"PORT\": \"1\"}}").problems())
                .extracting(Problem::pointer)
                .containsExactly("/values/A~1~0", "/values/PORT");
    }

    @Test
    void valuesAreNotShown() throws IOException {
        String body =
                Json.read(
                                "{\"key\": \"A\", \"value\": \"hunter2\"}".getBytes(UTF_8),
                                VariablesBody.class)
                        .toString();

        assertThat(body).contains("A").doesNotContain("hunter2");
    }

    private static Map<String, Optional<String>> changes(String json) {
        try {
            return Json.read(json.getBytes(UTF_8), VariablesBody.class).change().values();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Refusal refusal(String json) {
        return catchThrowableOfType(Refusal.class, () -> changes(json));
    }
}
