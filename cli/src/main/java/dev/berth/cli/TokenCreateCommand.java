package dev.berth.cli;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "create",
        description = {
            "Make a token and print it, this once: Berth keeps no more than its hash.",
            "Scopes are read, deploy, write and admin; each also allows to look.",
            "",
            "  berth token create ci --scope deploy --expires 90d",
            "  berth token create watcher --scope read"
        },
        mixinStandardHelpOptions = true)
final class TokenCreateCommand implements Runnable {

    @ParentCommand private TokenCommand parent;

    @Parameters(paramLabel = "NAME", description = "What to call it; no two of yours alike.")
    private String name;

    @Option(
            names = "--scope",
            paramLabel = "SCOPE",
            split = ",",
            description = "What it allows, once or more; everything that you may if not given.")
    private List<String> scopes = List.of();

    @Option(
            names = "--expires",
            paramLabel = "DURATION",
            description = "When it ends, like 90d or 12h from now; never if not given.")
    private Optional<String> expires = Optional.empty();

    @Override
    public void run() {
        Berth berth = parent.berth();
        Json token = new Tokens(berth.api()).create(name, body());
        if (berth.options().json()) {
            berth.console().result(JsonText.write(token));
        } else {
            berth.progress().step("made token '%s'; it is shown this once".formatted(name));
            berth.console().result(token.get("token").text());
        }
    }

    private Json.Members body() {
        Json.Members body = Json.object().with("name", name);
        if (!scopes.isEmpty()) {
            body =
                    body.with(
                            "scopes",
                            new Json.Items(scopes.stream().<Json>map(Json.Text::new).toList()));
        }
        return expires.isEmpty() ? body : body.with("expires_at", end(expires.get()));
    }

    private String end(String text) {
        Duration lifetime = Lifetime.read(text);
        return parent.berth()
                .clock()
                .instant()
                .truncatedTo(ChronoUnit.SECONDS)
                .plus(lifetime)
                .toString();
    }
}
