package dev.berth.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {

    @Test
    void saneIdIsKept() {
        assertThat(RequestId.of("abc-1.2_X")).isEqualTo("abc-1.2_X");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "a\nstatus=200",
                "ä",
                "a;b",
                "0123456789012345678901234567890123456789012345678901234567890123x"
            })
    void otherIdIsReplaced(String proposed) {
        assertThat(RequestId.of(proposed)).isNotEqualTo(proposed).matches("[0-9a-f-]{36}");
    }
}
