package dev.berth.rest.outer.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.intent.account.TokenRequest;
import dev.berth.model.Problem;
import dev.berth.model.Refusal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewTokenBodyTest {

    @Test
    void nameAloneIsEnough() {
        assertThat(new NewTokenBody("ci", Optional.empty(), Optional.empty()).request())
                .isEqualTo(new TokenRequest("ci", Optional.empty(), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-01-31T12:00:00Z",
                "2027-01-31T13:00:00+01:00",
                "2027-01-31T12:00:00.000000999Z"
            })
    void endIsADateInAnyZone(String text) {
        assertThat(ending(text).request().expiresAt())
                .contains(Instant.parse("2027-01-31T12:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "90d",
                "2027-01-31",
                "2027-01-31T12:00:00",
                "1800000000",
                "+12027-01-31T12:00:00Z"
            })
    void endThatIsNoDateIsMalformed(String text) {
        Refusal refusal = refused(ending(text));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED);
        assertThat(refusal.problems()).extracting(Problem::pointer).containsExactly("/expires_at");
    }

    @Test
    void scopeThatIsNullIsMalformed() {
        List<String> scopes = Arrays.asList("read", null);

        Refusal refusal = refused(new NewTokenBody("ci", Optional.of(scopes), Optional.empty()));

        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.MALFORMED);
    }

    private static NewTokenBody ending(String text) {
        return new NewTokenBody("ci", Optional.empty(), Optional.of(text));
    }

    private static Refusal refused(NewTokenBody body) {
        return catchThrowableOfType(Refusal.class, body::request);
    }
}
