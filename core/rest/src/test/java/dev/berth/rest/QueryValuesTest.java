package dev.berth.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryValuesTest {

    @Test
    void momentOfRfc3339IsRead() {
        assertThat(QueryValues.readMoment("/from", "2027-01-31T12:00:00Z"))
                .contains(Instant.parse("2027-01-31T12:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+294277-01-09T04:00:54Z",
                "+1000000000-12-31T23:59:59.999999999Z",
                "-1000000000-01-01T00:00:00Z",
                "-4713-11-23T00:00:00Z",
                "2027-02-30T00:00:00Z"
            })
    void momentThatNoDatabaseKnowsIsMalformed(String text) {
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> QueryValues.readMoment("/from", text));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED);
        assertThat(refusal.problems()).extracting(Problem::pointer).containsExactly("/from");
    }
}
