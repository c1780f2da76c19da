package dev.berth.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {

    @ParameterizedTest
    @CsvSource({
        "a.localhost, a.localhost",
        "A.LocalHost, a.localhost",
        "a.localhost:8080, a.localhost",
        "a.localhost., a.localhost",
        "a.localhost.:80, a.localhost",
        "a.localhost:, a.localhost",
        "127.0.0.1:80, 127.0.0.1",
        "[::1]:80, [::1]",
        "[::1], [::1]"
    })
    void portCaseAndTrailingDotDoNotMatter(String authority, String host) {
        assertThat(HostName.of(authority)).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                ":80",
                "a:b",
                "a b",
                "a\tb",
                "a/b",
                "user@a",
                "\uD83D\uDEA2",
                "a,b",
                "a\u0000"
            })
    void whatIsNoHostIsMalformed(String authority) {
        assertThat(HostName.of(authority)).isEqualTo(HostName.MALFORMED);
    }

    @Test
    void tooLongIsMalformed() {
        assertThat(HostName.of("a".repeat(253))).hasSize(253);
        assertThat(HostName.of("a".repeat(254))).isEqualTo(HostName.MALFORMED);
    }
}
