package dev.berth.intent.login;

import static dev.berth.intent.account.Reception.ELSEWHERE;
import static dev.berth.intent.account.Reception.HOME;
import static dev.berth.intent.login.LoginScene.ADA;
import static dev.berth.intent.login.LoginScene.back;
import static dev.berth.intent.login.LoginScene.kept;
import static dev.berth.intent.login.LoginScene.refusal;
import static dev.berth.intent.login.LoginScene.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.intent.account.Reception;
import dev.berth.model.Refusal;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProviderLoginsTest {

    private final LoginScene scene = new LoginScene();
    private final Reception reception = scene.reception;
    private final ProviderLogins logins = scene.logins;

    @Test
    void browserIsSentToItsPathWithoutAnySecretAndTakesItsSessionOnce() {
        Departure departure = logins.begin("company", "/console?tab=1", HOME);

        Landing landing = scene.land(departure, "7 " + ADA);
        Optional<Ticket> ticket = Optional.of(departure.ticket());
        String token = logins.take(ticket).token();

        assertThat(landing).isEqualTo(new Landing.Sent("/console?tab=1"));
        assertThat(reception.authentication.authenticate(token).email()).isEqualTo(ADA);
        assertThat(refused(() -> logins.take(ticket))).isEqualTo(Refusal.Kind.UNAUTHENTICATED);
        assertThat(refused(() -> logins.take(Optional.empty())))
                .isEqualTo(Refusal.Kind.UNAUTHENTICATED);
    }

    @Test
    void sessionThatIsNotTakenInTimeIsNone() {
        Departure departure = logins.begin("company", "/", HOME);
        scene.land(departure, "7 " + ADA);

        reception.clock.forward(ProviderLogins.LIFE);

        assertThat(refused(() -> logins.take(Optional.of(departure.ticket()))))
                .isEqualTo(Refusal.Kind.UNAUTHENTICATED);
    }

    @Test
    void browserComesBackOnce() {
        Departure departure = logins.begin("company", "", HOME);
        scene.land(departure, "7 " + ADA);

        assertThat(refused(() -> scene.land(departure, "7 " + ADA)))
                .isEqualTo(Refusal.Kind.UNAUTHENTICATED);
    }

    @Test
    void browserComesBackInTime() {
        Departure departure = logins.begin("company", "", HOME);

        reception.clock.forward(ProviderLogins.LIFE);

        assertThat(refused(() -> scene.land(departure, "7 " + ADA)))
                .isEqualTo(Refusal.Kind.UNAUTHENTICATED);
    }

    @Test
    void browserThatDidNotBeginTheLoginDoesNotEndIt() {
        Departure attackers = logins.begin("company", "", ELSEWHERE);
        Departure victims = logins.begin("company", "", HOME);
        Return back = back(attackers.ticket().state(), "7 " + ADA);

        assertThat(refused(() -> logins.land("company", kept(victims), back, HOME)))
                .isEqualTo(Refusal.Kind.UNAUTHENTICATED);
        assertThat(refused(() -> logins.land("company", Optional.empty(), back, HOME)))
                .isEqualTo(Refusal.Kind.UNAUTHENTICATED);
        assertThat(reception.accounts.size()).isZero();
    }

    @Test
    void loginOfOneProviderDoesNotEndAtAnother() {
        Departure departure = logins.begin("company", "", HOME);

        Refusal.Kind kind =
                refused(
                        () ->
                                logins.land(
                                        "other",
                                        kept(departure),
                                        back(departure.ticket().state(), "7 " + ADA),
                                        HOME));

        assertThat(kind).isEqualTo(Refusal.Kind.UNAUTHENTICATED);
    }

    @Test
    void refusalOfTheProviderIsToldInAWordAlone() {
        Departure refused = logins.begin("company", "", HOME);
        Departure hostile = logins.begin("company", "", HOME);

        assertThat(refusal(() -> scene.land(refused, "", "access_denied")))
                .hasMessageContaining("access_denied");
        assertThat(refusal(() -> scene.land(hostile, "", "<script>")))
                .hasMessageNotContaining("script");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example.org",
                "/\\evil.example.org",
                "https://evil.example.org/",
                "javascript:alert(1)",
                "console",
                "/a\\b",
                "/a\r\nSet-Cookie: b",
                "/a#token",
                "\\/evil.example.org"
            })
    void placeThatIsNotBerthsOwnIsRefused(String path) {
        assertThat(refused(() -> logins.begin("company", path, HOME)))
                .isEqualTo(Refusal.Kind.MALFORMED);
    }

    @Test
    void providerThatIsNotSetUpIsAbsent() {
        assertThat(refused(() -> logins.begin("nobody", "", HOME))).isEqualTo(Refusal.Kind.ABSENT);
    }

    @Test
    void loginsAreBegunEverMoreSlowlyFromOnePlaceAndNotFromAnother() {
        for (int n = 0; n < 50; n++) {
            logins.begin("company", "", HOME);
        }

        assertThat(refused(() -> logins.begin("company", "", HOME)))
                .isEqualTo(Refusal.Kind.EXHAUSTED);
        logins.begin("company", "", ELSEWHERE);
    }

    @Test
    void goodLoginsAreNotCounted() {
        for (int n = 0; n < 60; n++) {
            scene.login("7 " + ADA);
        }

        assertThat(reception.accounts.size()).isEqualTo(1);
    }

    @Test
    void ticketIsToldByNothingThatIsMadeOfIt() {
        Ticket ticket = logins.begin("company", "", HOME).ticket();

        assertThat(
                        Set.of(
                                ticket.secret(),
                                ticket.state(),
                                ticket.nonce(),
                                ticket.verifier(),
                                ticket.challenge(),
                                ticket.key()))
                .hasSize(6);
        assertThat(ticket.toString()).doesNotContain(ticket.secret());
        assertThat(back(ticket.state(), "canary").toString()).doesNotContain("canary");
    }
}
