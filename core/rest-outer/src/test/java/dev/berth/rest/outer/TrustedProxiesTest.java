package dev.berth.rest.outer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTest {

    private static final TrustedProxies OURS =
            TrustedProxies.of(List.of("10.0.0.0/9", "192.0.2.7", "2001:db8:1::/48", "::1"));

    @ParameterizedTest
    @CsvSource({
        "198.51.100.1, 203.0.113.9, 198.51.100.1",
        "10.1.2.3, 203.0.113.9, 203.0.113.9",
        "10.128.2.3, 203.0.113.9, 10.128.2.3",
        "192.0.2.7, 203.0.113.9, 203.0.113.9",
        "192.0.2.8, 203.0.113.9, 192.0.2.8",
        "2001:db8:1:2::3, 2001:db8:9::1, 2001:db8:9::1",
        "2001:db8:2:2::3, 2001:db8:9::1, 2001:db8:2:2::3",
        "0:0:0:0:0:0:0:1, 203.0.113.9, 203.0.113.9"
    })
    void headerCountsFromAProxyOfOursAlone(String connection, String forwarded, String client) {
        assertThat(OURS.client(connection, forwarded)).isEqualTo(client);
    }

    @Test
    void whatTheClientWroteBeforeTheProxyCountsForNothing() {
        assertThat(OURS.client("10.1.2.3", "1.1.1.1, 203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(OURS.client("10.1.2.3", "1.1.1.1, 203.0.113.9, 10.0.0.1"))
                .isEqualTo("203.0.113.9");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "unknown", "example.org", "203.0.113.9:80", "<script>", "1.2.3.4.5"})
    void whatIsNoAddressCountsForNothing(String forwarded) {
        assertThat(OURS.client("10.1.2.3", forwarded)).isEqualTo("10.1.2.3");
    }

    @Test
    void withoutProxiesTheConnectionDecides() {
        assertThat(TrustedProxies.of(List.of()).client("127.0.0.1", "203.0.113.9"))
                .isEqualTo("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "proxy.example.org",
                "10.0.0.0/33",
                "10.0.0.0/x",
                "::1/129",
                "10.0.0.0/"
            })
    void whatIsNoRangeIsRefused(String range) {
        assertThatThrownBy(() -> TrustedProxies.of(List.of(range)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + range + "'");
    }
}
