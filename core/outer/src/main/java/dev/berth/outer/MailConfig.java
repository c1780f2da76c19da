package dev.berth.outer;

import dev.berth.intent.mail.Mail;
import dev.berth.mail.DirectoryMail;
import dev.berth.mail.SmtpMail;
import dev.berth.mail.SmtpSettings;
import dev.berth.model.Email;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an operator sets for mail: by SMTP where he names a server, else into a directory. */
@Dependent
class MailConfig {

    static final String PASSWORD = "mail-password";

    @Inject
    @ConfigProperty(name = "berth.mail.host")
    Optional<String> host;

    @Inject
    @ConfigProperty(name = "berth.mail.port", defaultValue = "587")
    int port;

    @Inject
    @ConfigProperty(name = "berth.mail.security", defaultValue = "starttls")
    String security;

    @Inject
    @ConfigProperty(name = "berth.mail.user")
    Optional<String> user;

    @Inject
    @ConfigProperty(name = "berth.mail.from", defaultValue = "berth@localhost")
    String from;

    @Inject
    @ConfigProperty(name = "berth.mail.directory")
    Optional<Path> directory;

    @Inject OuterConfig config;

    /** Returns what carries letters; refuses settings that cannot be. */
    Mail carrier(InstantSource clock) {
        return host.<Mail>map(server -> new SmtpMail(settings(server), clock))
                .orElseGet(() -> new DirectoryMail(directory(), clock));
    }

    private Path directory() {
        return directory.orElse(config.home.resolve("mail"));
    }

    private SmtpSettings settings(String server) {
        return new SmtpSettings(
                server,
                port,
                security(),
                Email.parse(from)
                        .orElseThrow(
                                () ->
                                        bad(
                                                "berth.mail.from",
                                                from,
                                                "an address such as berth@example.org")),
                user.map(name -> new SmtpSettings.Login(name, secret())));
    }

    private SmtpSettings.Security security() {
        try {
            return SmtpSettings.Security.valueOf(security.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw bad("berth.mail.security", security, "starttls, tls or none");
        }
    }

    private String secret() {
        return config.secretFiles().read(PASSWORD);
    }

    private static IllegalArgumentException bad(String key, String value, String allowed) {
        return new IllegalArgumentException(
                "cannot send mail: %s is '%s', but must be %s".formatted(key, value, allowed));
    }
}
