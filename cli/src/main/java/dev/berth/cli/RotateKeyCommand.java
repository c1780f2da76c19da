package dev.berth.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "rotate-key",
        description = {
            "Make a new secret key to sign requests with, and print it, this once.",
            "The key before it is of no use from then on.",
            "",
            "  (umask 077; berth rotate-key >berth-key)"
        },
        mixinStandardHelpOptions = true)
final class RotateKeyCommand implements Runnable {

    @ParentCommand private Berth berth;

    @Override
    public void run() {
        Json answer =
                berth.api().post("make a new secret key", "/api/v1/auth/rotate-key", Json.object());
        if (berth.options().json()) {
            berth.console().result(JsonText.write(answer));
        } else {
            berth.progress().step("made a new key; it is shown this once");
            berth.console().result(answer.get("secret_key").text());
        }
    }
}
