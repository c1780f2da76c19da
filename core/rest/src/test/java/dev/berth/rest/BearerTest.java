package dev.berth.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.berth.model.Refusal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTest {

    @ParameterizedTest
    @ValueSource(strings = {"Bearer a.b-c_d", "bearer a.b-c_d", "BEARER  a.b-c_d"})
    void tokenIsRead(String header) {
        assertThat(Bearer.token(header)).isEqualTo("a.b-c_d");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic YTpi", "Bearer a b", "Bearera"})
    void otherHeaderIsRefused(String header) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Bearer.token(header))
                .satisfies(
                        refusal ->
                                assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAUTHENTICATED));
    }
}
