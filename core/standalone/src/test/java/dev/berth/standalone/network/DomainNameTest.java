package dev.berth.standalone.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.berth.standalone.console.LauncherException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DomainNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "example.org",
                "a-b.c1.example",
                "1and1.com",
                "xn--bcher-kva.example"
            })
    void aNameIsTakenAsItIs(String name) {
        assertThat(DomainName.checked(name, "--domain")).isEqualTo(name);
    }

    @Test
    void lettersBecomeSmall() {
        assertThat(DomainName.checked(" Example.ORG ", "--domain")).isEqualTo("example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "a..b",
                ".a",
                "a.",
                "-a",
                "a-",
                "a_b",
                "bücher.example",
                "example.org:80",
                "http://example.org",
                "127.0.0.1",
                "::1",
                "8080",
                "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijkl.org"
            })
    void whatIsNoNameIsRefusedWithWhereItCameFrom(String name) {
        assertThatExceptionOfType(LauncherException.class)
                .isThrownBy(() -> DomainName.checked(name, "--domain"))
                .withMessageContaining("'%s' of --domain", name);
    }

    @Test
    void theNameOfAWorkerMustFitInFrontOfIt() {
        assertThat(DomainName.checked("ab.".repeat(60) + "ab", "--domain")).hasSize(182);
        assertThatExceptionOfType(LauncherException.class)
                .isThrownBy(() -> DomainName.checked("ab.".repeat(60) + "abc", "--domain"));
    }
}
