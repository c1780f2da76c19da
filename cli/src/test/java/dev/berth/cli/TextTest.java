package dev.berth.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

class TextTest {

    @Test
    void whatWouldSteerATerminalIsShown() {
        assertThat(SafeText.of("a\tb\u001b[31m\u009b1m\r\u202ec ä😀"))
                .isEqualTo("a\tb\\u001b[31m\\u009b1m\\u000d\\u202ec ä😀");
    }

    @Test
    void coloursDoNotDisturbTheColumns() {
        var out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);

        new Table("NAME", "STATUS", "URL")
                .row("a\u0007", "active", "u")
                .print(new Console(System.in, stream, stream, true, true));

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        NAME     STATUS  URL
                        a\\u0007  \u001b[32mactive\u001b[0m  u
                        """);
    }

    @ParameterizedTest
    @CsvSource({"0,0 bytes", "1023,1023 bytes", "1536,1.5 KiB", "67108864,64.0 MiB"})
    void sizesAreForPeople(long bytes, String text) {
        assertThat(Size.of(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"5m,300000", "1h30m,5400000", "250ms,250", "90s,90000"})
    void durationsAreShort(String text, long millis) {
        assertThat(new DurationText().convert(text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({"0,0s", "50,50ms", "630500,10m30s500ms", "5400000,1h30m"})
    void durationsAreWrittenAsTheyAreRead(long millis, String text) {
        assertThat(DurationText.write(Duration.ofMillis(millis))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"5", "m", "''", "-5m", "1m1h"})
    void otherDurationsAreRefused(String text) {
        assertThatThrownBy(() -> new DurationText().convert(text))
                .isInstanceOf(TypeConversionException.class);
    }

    @Test
    void jsonSurvivesTheRoundTrip() throws IOException {
        String text = "{\"a\":[1,true,null,\"ä\\n\"],\"b\":{\"c\":-1.5e3}}";

        assertThat(JsonText.write(JsonText.read(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"a\":", "[1,2", "''", "[] []", "<html>"})
    void brokenJsonIsRefused(String text) {
        assertThatThrownBy(() -> JsonText.read(text)).isInstanceOf(IOException.class);
    }
}
