package dev.berth.intent.account;

import static dev.berth.intent.account.Reception.ELSEWHERE;
import static dev.berth.intent.account.Reception.HOME;
import static dev.berth.intent.account.Reception.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.model.Refusal;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who guesses is slowed down, and nobody else. */
class LoginPaceTest {

    private static final String ADA = "ada@example.org";

    private final Reception reception = new Reception(Admission.OPEN);

    @BeforeEach
    void register() {
        reception.register(ADA);
    }

    @Test
    void guessesAreRefusedEverLonger() {
        guess(ADA, ELSEWHERE, Pace.LOGIN.free());

        for (long pause = 1; pause <= 512; pause *= 2) {
            Refusal refused = login(ADA, "guess", ELSEWHERE).orElseThrow();
            assertThat(refused.kind()).isEqualTo(Refusal.Kind.EXHAUSTED);
            assertThat(refused.retryAfter()).contains(Duration.ofSeconds(pause));
            reception.clock.forward(Duration.ofSeconds(pause));
            assertThat(login(ADA, "guess", ELSEWHERE).orElseThrow().kind())
                    .isEqualTo(Refusal.Kind.UNAUTHENTICATED);
        }
        assertThat(login(ADA, "guess", ELSEWHERE).orElseThrow().retryAfter())
                .contains(Pace.LOGIN.longest());
    }

    @Test
    void rightPasswordIsTakenFromAnotherPlace() {
        guess(ADA, ELSEWHERE, 100);

        assertThat(login(ADA, PASSWORD, HOME)).isEmpty();
        assertThat(login(ADA, PASSWORD, ELSEWHERE).orElseThrow().kind())
                .isEqualTo(Refusal.Kind.EXHAUSTED);
    }

    @Test
    void refusedAttemptsAreNotCounted() {
        guess(ADA, ELSEWHERE, 100);

        reception.clock.forward(Duration.ofSeconds(1));

        assertThat(login(ADA, PASSWORD, ELSEWHERE)).isEmpty();
    }

    @Test
    void unknownAddressIsSlowedDownLikeAKnownOne() {
        guess("nobody@example.org", ELSEWHERE, Pace.LOGIN.free());
        guess(ADA, HOME, Pace.LOGIN.free());

        Refusal unknown = login("nobody@example.org", "guess", ELSEWHERE).orElseThrow();
        Refusal known = login(ADA, "guess", HOME).orElseThrow();

        assertThat(unknown).hasMessage(known.getMessage());
        assertThat(unknown.retryAfter()).isEqualTo(known.retryAfter());
    }

    @Test
    void rightPasswordForgetsTheGuesses() {
        guess(ADA, HOME, Pace.LOGIN.free() - 1);
        login(ADA, PASSWORD, HOME);

        guess(ADA, HOME, Pace.LOGIN.free() - 1);

        assertThat(login(ADA, PASSWORD, HOME)).isEmpty();
    }

    @Test
    void onePlaceDoesNotGuessAtManyAddresses() {
        for (int n = 0; n < Pace.LOGINS.free(); n++) {
            guess("user%d@example.org".formatted(n), ELSEWHERE, 1);
        }

        assertThat(login(ADA, "guess", ELSEWHERE).orElseThrow().kind())
                .isEqualTo(Refusal.Kind.EXHAUSTED);
        assertThat(login(ADA, PASSWORD, HOME)).isEmpty();
    }

    @Test
    void manyWhoLogInFromOnePlaceAreNotSlowedDown() {
        for (int n = 0; n < 3 * Pace.LOGINS.free(); n++) {
            assertThat(login(ADA, PASSWORD, HOME)).isEmpty();
        }
    }

    @Test
    void guessesAreForgottenAfterADay() {
        guess(ADA, HOME, 100);

        reception.clock.forward(Pace.LOGIN.forgotten());

        guess(ADA, HOME, Pace.LOGIN.free() - 1);
        assertThat(login(ADA, PASSWORD, HOME)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.1",
        "::ffff:192.0.2.1, 192.0.2.1",
        "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
        "2001:db8:1:2::, 20010db800010002/64",
        "unix, unix"
    })
    void placeIsWhatOneSubscriberHas(String address, String network) {
        assertThat(Origin.of(address)).isEqualTo(new Origin(network));
    }

    private void guess(String email, Origin origin, int times) {
        for (int n = 0; n < times; n++) {
            login(email, "guess", origin);
        }
    }

    /** Returns how it was refused; empty where it was not. */
    private Optional<Refusal> login(String email, String password, Origin origin) {
        return Optional.ofNullable(
                catchThrowableOfType(
                        Refusal.class,
                        () -> reception.authentication.login(email, password, origin)));
    }
}
