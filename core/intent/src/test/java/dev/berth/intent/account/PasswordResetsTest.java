package dev.berth.intent.account;

import static dev.berth.intent.account.Reception.HOME;
import static dev.berth.intent.account.Reception.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.berth.model.Refusal;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PasswordResetsTest {

    private static final String ADA = "ada@example.org";
    private static final String OTHER = "battery staple";

    private final Reception reception = new Reception(Admission.OPEN);
    private String session;

    @BeforeEach
    void register() {
        session = reception.register(ADA).session().token();
    }

    @Test
    void newPasswordIsTheOnlyOneAndEndsAllSessions() {
        reset(reception.code(ADA));

        assertThat(refusal(() -> reception.authentication.authenticate(session)).kind())
                .isEqualTo(Refusal.Kind.UNAUTHENTICATED);
        assertThat(refusal(() -> login(PASSWORD)).kind()).isEqualTo(Refusal.Kind.UNAUTHENTICATED);
        assertThat(login(OTHER).token()).isNotEmpty();
    }

    @Test
    void wrongCodeChangesNothing() {
        String code = reception.code(ADA);

        Refusal refused = refusal(() -> reset(Reception.wrong(code)));

        assertThat(refused.kind()).isEqualTo(Refusal.Kind.UNAUTHENTICATED);
        assertThat(reception.authentication.authenticate(session).email()).isEqualTo(ADA);
        assertThat(login(PASSWORD).token()).isNotEmpty();
    }

    @Test
    void addressWithoutAnAccountAnswersLikeAWrongCode() {
        String code = reception.code("bob@example.org");

        Refusal refused =
                refusal(
                        () ->
                                reception.resets.reset(
                                        new Proof("bob@example.org", code, OTHER), HOME));

        assertThat(refused).hasMessage(MailedCodes.wrong().getMessage());
    }

    @Test
    void whoHasGuessedTooOftenLogsInAtOnceWithTheNewPassword() {
        for (int n = 0; n < Pace.LOGIN.free(); n++) {
            refusal(() -> login("guess"));
        }
        assertThat(refusal(() -> login(PASSWORD)).kind()).isEqualTo(Refusal.Kind.EXHAUSTED);

        reset(reception.code(ADA));

        assertThat(login(OTHER).token()).isNotEmpty();
    }

    private void reset(String code) {
        reception.resets.reset(new Proof(ADA, code, OTHER), HOME);
    }

    private Authentication.Session login(String password) {
        return reception.authentication.login(ADA, password, HOME);
    }

    private static Refusal refusal(ThrowingCallable action) {
        return catchThrowableOfType(Refusal.class, action);
    }
}
