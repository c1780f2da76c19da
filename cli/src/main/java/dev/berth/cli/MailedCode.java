package dev.berth.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What proves who somebody is that has no password: his address, and a code that is mailed. */
final class MailedCode {

    private static final String OPTIONS = "--email, --code and --password-file";

    @Option(names = "--email", paramLabel = "EMAIL", description = "Who; asked for if not given.")
    private Optional<String> email = Optional.empty();

    @Option(
            names = "--code",
            paramLabel = "CODE",
            description = "The code that was mailed; if not given, one is mailed and asked for.")
    private Optional<String> code = Optional.empty();

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "File with the password to be; asked for if not given.")
    private Optional<Path> passwordFile = Optional.empty();

    /** Returns all three; empty where a code was mailed and nobody can be asked for it. */
    Optional<Json.Members> body(Api api) {
        String user = email.orElseGet(() -> Prompt.line("Email: ", OPTIONS));
        if (code.isEmpty()) {
            api.post(
                    "have a code mailed to '" + user + "'",
                    "/api/v1/auth/send-code",
                    Json.object().with("email", user));
            if (!Prompt.possible()) {
                return Optional.empty();
            }
        }
        String proof =
                code.orElseGet(() -> Prompt.line("Code, as mailed to " + user + ": ", OPTIONS));
        String password =
                passwordFile
                        .map(SecretFile::read)
                        .orElseGet(() -> Prompt.secret("Password to be: ", OPTIONS));
        return Optional.of(
                Json.object()
                        .with("email", user)
                        .with("code", proof.strip())
                        .with("password", password));
    }
}
