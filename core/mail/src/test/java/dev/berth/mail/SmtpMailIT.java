package dev.berth.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import dev.berth.intent.mail.Letter;
import dev.berth.mail.SmtpSettings.Login;
import dev.berth.mail.SmtpSettings.Security;
import dev.berth.model.Email;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmtpMailIT {

    private static final Email FROM = new Email("berth@example.org");
    private static final Letter LETTER =
            new Letter(
                    new Email("ada@example.org"),
                    "Grüße",
                    "Your code is 012345.\n.\nA point on a line of its own, and ä.\n");

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void letterArrivesAsItWasWritten() throws MessagingException {
        mail(Security.NONE, Optional.empty()).send(LETTER);

        MimeMessage received = server.getReceivedMessages()[0];
        assertThat(received.getAllRecipients())
                .extracting(Object::toString)
                .containsExactly("ada@example.org");
        assertThat(received.getFrom())
                .extracting(Object::toString)
                .containsExactly("berth@example.org");
        assertThat(received.getSubject()).isEqualTo("Grüße");
        assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(received.getSentDate().toInstant()).isEqualTo(Instant.EPOCH);
        assertThat(content(received)).isEqualToNormalizingNewlines(LETTER.text().stripTrailing());
    }

    @Test
    void serverIsLoggedInToWhereItAsksForThat() {
        server.setUser("berth@example.org", "user", "secret");

        mail(Security.NONE, Optional.of(new Login("user", "secret"))).send(LETTER);

        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void wrongPasswordIsAFailureThatDoesNotShowIt() {
        server.setUser("berth@example.org", "user", "secret");

        Throwable thrown =
                catchThrowable(
                        () ->
                                mail(Security.NONE, Optional.of(new Login("user", "guess-it")))
                                        .send(LETTER));

        assertThat(thrown).isInstanceOf(IllegalStateException.class);
        assertThat(thrown).hasMessageContaining("127.0.0.1").hasMessageNotContaining("guess-it");
        assertThat(thrown.getCause()).hasMessageNotContaining("guess-it");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void serverThatCannotEncryptGetsNothingWhereThatIsAskedFor() {
        Throwable thrown =
                catchThrowable(() -> mail(Security.STARTTLS, Optional.empty()).send(LETTER));

        assertThat(thrown).isInstanceOf(IllegalStateException.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void settingsDoNotShowThePassword() {
        assertThat(settings(Security.TLS, Optional.of(new Login("user", "secret"))).toString())
                .doesNotContain("secret");
    }

    private SmtpMail mail(Security security, Optional<Login> login) {
        return new SmtpMail(settings(security, login), InstantSource.fixed(Instant.EPOCH));
    }

    private SmtpSettings settings(Security security, Optional<Login> login) {
        return new SmtpSettings("127.0.0.1", server.getSmtp().getPort(), security, FROM, login);
    }

    private static String content(MimeMessage message) {
        try {
            return (String) message.getContent();
        } catch (MessagingException | IOException failure) {
            throw new IllegalStateException(GreenMailUtil.getBody(message), failure);
        }
    }
}
