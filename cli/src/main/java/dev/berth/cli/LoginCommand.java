package dev.berth.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "login",
        description = {
            "Log in, and keep address and token for the commands to come.",
            "With the name of a context that is new, one is made, and commands go there by now.",
            "",
            "  berth login",
            "  berth login --context prod --url https://berth.example.org --email ada@example.org",
            "  pass show berth | berth login --context ci --url https://b.example.org --token-stdin"
        },
        mixinStandardHelpOptions = true)
final class LoginCommand implements Runnable {

    private static final String OPTIONS = "--email and --password-file, or --token-stdin";

    @ParentCommand private Berth berth;

    @Option(names = "--email", paramLabel = "EMAIL", description = "Who; asked for if not given.")
    private Optional<String> email = Optional.empty();

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "File with the password; asked for if not given.")
    private Optional<Path> passwordFile = Optional.empty();

    @Option(
            names = "--token-stdin",
            description = "Keep the personal access token that is piped in.")
    private boolean piped;

    @Override
    public void run() {
        if (piped && (email.isPresent() || passwordFile.isPresent())) {
            throw new Failure(
                    ExitStatus.USAGE, "--token-stdin goes without --email and --password-file");
        }
        Target target = berth.settings().newAddress();
        Login login = berth.settings().keep(target.url(), piped ? token(target) : session(target));
        if (berth.options().json()) {
            berth.console().result(JsonText.write(login.json()));
        }
        berth.progress().step(login.sentence());
    }

    /** Returns the token that is piped in, once Berth has taken it. */
    private String token(Target target) {
        String token = PipedText.read("the token", berth.console()).strip();
        if (token.isEmpty() || !token.matches("[!-~]+")) {
            throw new Failure(
                    ExitStatus.USAGE,
                    "what is piped in is no token: pipe in one, as by 'berth token create'");
        }
        new Api(new Target(target.url(), Optional.of(token), Optional.empty()))
                .get("log in with that token", "/api/v1/worker?limit=1");
        return token;
    }

    private String session(Target target) {
        String user = email.orElseGet(() -> Prompt.line("Email: ", OPTIONS));
        String password =
                passwordFile
                        .map(SecretFile::read)
                        .orElseGet(() -> Prompt.secret("Password: ", OPTIONS));
        String token =
                new Api(target)
                        .post(
                                "log in as '" + user + "'",
                                "/api/v1/auth/login",
                                Json.object().with("email", user).with("password", password))
                        .get("token")
                        .text();
        if (token.isEmpty()) {
            throw new Failure(
                    ExitStatus.FAILED,
                    "cannot log in: the answer holds no token; is that a Berth?");
        }
        return token;
    }
}
