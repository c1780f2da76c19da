package dev.berth.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "login",
        description = "Log in, and keep address and token for the commands to come.",
        mixinStandardHelpOptions = true)
final class LoginCommand implements Runnable {

    private static final String OPTIONS = "--email and --password-file";

    @ParentCommand private Berth berth;

    @Option(names = "--email", paramLabel = "EMAIL", description = "Who; asked for if not given.")
    private Optional<String> email = Optional.empty();

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "File with the password; asked for if not given.")
    private Optional<Path> passwordFile = Optional.empty();

    @Override
    public void run() {
        Target target = berth.settings().address();
        String user = email.orElseGet(() -> Prompt.line("Email: ", OPTIONS));
        String password =
                passwordFile
                        .map(SecretFile::read)
                        .orElseGet(() -> Prompt.secret("Password: ", OPTIONS));
        Json answer =
                new Api(target)
                        .post(
                                "log in as '" + user + "'",
                                "/api/v1/auth/login",
                                Json.object().with("email", user).with("password", password));
        String token = answer.get("token").text();
        if (token.isEmpty()) {
            throw new Failure(
                    ExitStatus.FAILED,
                    "cannot log in: the answer holds no token; is that a Berth?");
        }
        Path file = berth.settings().keep(target.url(), token);
        if (!berth.options().quiet()) {
            berth.console().note("logged in at %s; kept in '%s'".formatted(target, file));
        }
    }
}
