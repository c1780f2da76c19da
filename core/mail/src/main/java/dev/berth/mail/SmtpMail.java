package dev.berth.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.intent.mail.Letter;
import dev.berth.intent.mail.Mail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;

/** Hands letters over to a server by SMTP; waits for it, at most half a minute. */
public final class SmtpMail implements Mail {

    private static final String PATIENCE_MILLIS = "10000";

    private final SmtpSettings settings;
    private final Session session;
    private final InstantSource clock;

    /** Creates it; the server is asked for nothing before the first letter. */
    public SmtpMail(SmtpSettings settings, InstantSource clock) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
        this.clock = clock;
    }

    @Override
    public void send(Letter letter) {
        try (Transport transport = session.getTransport()) {
            MimeMessage message = message(letter);
            connect(transport);
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException failure) {
            throw new IllegalStateException(
                    "cannot hand the letter over to '%s', port %d: see berth.mail.* and that server's log"
                            .formatted(settings.host(), settings.port()),
                    failure);
        }
    }

    private void connect(Transport transport) throws MessagingException {
        if (settings.login().isPresent()) {
            SmtpSettings.Login login = settings.login().get();
            transport.connect(settings.host(), login.user(), login.password());
        } else {
            transport.connect();
        }
    }

    private MimeMessage message(Letter letter) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        message.setFrom(new InternetAddress(settings.from().value()));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to().value()));
        message.setSubject(letter.subject(), UTF_8.name());
        message.setText(letter.text(), UTF_8.name());
        message.setSentDate(Date.from(clock.instant()));
        // nobody's absence need be told to it
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private static Properties properties(SmtpSettings settings) {
        String protocol = settings.security() == SmtpSettings.Security.TLS ? "smtps" : "smtp";
        String prefix = "mail." + protocol + ".";
        Properties properties = new Properties();
        properties.put("mail.transport.protocol", protocol);
        properties.put(prefix + "host", settings.host());
        properties.put(prefix + "port", Integer.toString(settings.port()));
        properties.put(prefix + "auth", Boolean.toString(settings.login().isPresent()));
        properties.put(prefix + "connectiontimeout", PATIENCE_MILLIS);
        properties.put(prefix + "timeout", PATIENCE_MILLIS);
        properties.put(prefix + "writetimeout", PATIENCE_MILLIS);
        properties.put(prefix + "ssl.checkserveridentity", "true");
        if (settings.security() == SmtpSettings.Security.STARTTLS) {
            properties.put(prefix + "starttls.enable", "true");
            properties.put(prefix + "starttls.required", "true");
        }
        return properties;
    }
}
