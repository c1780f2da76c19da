package dev.berth.standalone.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.berth.standalone.console.ExitCode;
import dev.berth.standalone.console.LauncherException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @Test
    void everyPartIsRead() {
        DatabaseUrl url =
                parse("postgresql://ann:secret@db.example.org:6000/plane?sslmode=require&a=b");

        assertThat(url)
                .isEqualTo(
                        new DatabaseUrl(
                                "db.example.org",
                                6000,
                                "plane",
                                "ann",
                                Optional.of("secret"),
                                Map.of("sslmode", "require", "a", "b")));
    }

    @Test
    void portAndDatabaseHaveStandards() {
        DatabaseUrl url = parse("postgres://ann@db");

        assertThat(url.address()).isEqualTo("db:5432/berth");
        assertThat(url.password()).isEmpty();
    }

    @Test
    void theDriversOwnAddressHasUserAndPasswordAsParameters() {
        DatabaseUrl url =
                parse("jdbc:postgresql://db/plane?user=ann&password=se+cret&sslmode=disable");

        assertThat(url.user()).isEqualTo("ann");
        assertThat(url.password()).contains("se cret");
        assertThat(url.jdbc("plane")).isEqualTo("jdbc:postgresql://db:5432/plane?sslmode=disable");
    }

    @Test
    void whatIsPercentEncodedIsDecodedAndAPlusStays() {
        DatabaseUrl url = parse("postgresql://a%40b:p%40ss%3A%2F+%25w@db/my%20plane");

        assertThat(url.user()).isEqualTo("a@b");
        assertThat(url.password()).contains("p@ss:/+%w");
        assertThat(url.jdbc(url.database())).isEqualTo("jdbc:postgresql://db:5432/my+plane");
    }

    @Test
    void anAddressOfIpv6KeepsItsBrackets() {
        DatabaseUrl url = parse("postgresql://ann:secret@[2001:db8::7]:6000/plane");

        assertThat(url.jdbc("plane")).isEqualTo("jdbc:postgresql://[2001:db8::7]:6000/plane");
    }

    @Test
    void thePasswordIsShownNowhere() {
        DatabaseUrl url = parse("postgresql://ann:secret@db/plane?password=secret");

        assertThat(url.toString()).isEqualTo("DatabaseUrl[ann@db:5432/plane]");
        assertThat(url.jdbc("plane")).doesNotContain("secret", "ann");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "secret",
                "mysql://ann:secret@db/plane",
                "postgresql://ann:secret@/plane",
                "postgresql://ann:se@cret@db/plane",
                "postgresql://ann:se/cret@db/plane",
                "postgresql://ann:secret@db:port/plane",
                "postgresql://ann:secret@db:0/plane",
                "postgresql://ann:secret@db:70000/plane",
                "postgresql://ann:secret@one,two/plane",
                "postgresql://ann:secret@2001:db8::7/plane",
                "postgresql://ann:secret%zz@db/plane",
                "postgresql://:secret@db/plane",
                "postgresql://ann:secret@db/plane/more",
                "postgresql://ann:secret@db/plane?sslpassword=secret",
                "postgresql://berth_owner:secret@db/plane"
            })
    void whatCannotBeUsedIsRefusedAndNotRepeated(String text) {
        assertThatExceptionOfType(LauncherException.class)
                .isThrownBy(() -> parse(text))
                .withMessageStartingWith("cannot use the database's URL of --database-url: ")
                .withNoCause()
                .satisfies(it -> assertThat(it.exitCode()).isEqualTo(ExitCode.USAGE))
                .satisfies(it -> assertThat(it.getMessage()).doesNotContain("secret", "cret@"));
    }

    private static DatabaseUrl parse(String text) {
        return DatabaseUrl.parse(text, "--database-url");
    }
}
