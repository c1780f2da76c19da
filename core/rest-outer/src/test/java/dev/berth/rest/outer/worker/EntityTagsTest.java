package dev.berth.rest.outer.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.intent.worker.Expectation;
import dev.berth.model.Refusal;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "*"})
    void withoutATagAnythingIsExpected(String header) {
        assertThat(EntityTags.read(header)).isEqualTo(Expectation.ANY);
    }

    @Test
    void tagIsTheGeneration() {
        assertThat(EntityTags.read("\"7\"")).isEqualTo(Expectation.of(Set.of(7L)));
        assertThat(EntityTags.read("\"7\" , \"12\"")).isEqualTo(Expectation.of(Set.of(7L, 12L)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"7\"", "\"x\"", "\"\"", "\"99999999999999999999\""})
    void tagThatWeNeverGaveMatchesNothing(String header) {
        assertThat(EntityTags.read(header)).isEqualTo(Expectation.of(Set.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "\"7", "\"7\",", "\"7\" \"8\"", "w/\"7\""})
    void whatIsNoTagIsMalformed(String header) {
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> EntityTags.read(header));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED);
    }
}
