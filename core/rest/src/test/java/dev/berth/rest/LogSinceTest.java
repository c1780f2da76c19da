package dev.berth.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogSinceTest {

    private static final Instant NOW = Instant.parse("2027-01-31T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "10m, 2027-01-31T11:50:00Z",
        "1h30m, 2027-01-31T10:30:00Z",
        "2d, 2027-01-29T12:00:00Z",
        "0s, 2027-01-31T12:00:00Z",
        "2027-01-31T11:00:00Z, 2027-01-31T11:00:00Z",
        "2027-01-31T11:00:00.25+01:00, 2027-01-31T10:00:00.250Z"
    })
    void momentsAndDurationsAreRead(String text, Instant moment) {
        assertThat(LogSince.parse(text).orElseThrow().moment(NOW)).isEqualTo(moment);
    }

    @ParameterizedTest
    @CsvSource({"10", "m", "''", "-5m", "1m1h", "yesterday", "2027-02-30T00:00:00Z", "2027-01-31"})
    void otherTextIsRefused(String text) {
        assertThat(LogSince.parse(text)).isEmpty();
    }
}
