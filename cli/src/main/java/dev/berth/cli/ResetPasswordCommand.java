package dev.berth.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "reset-password",
        description = {
            "Set a password in place of one that was forgotten, by a code that is mailed to you.",
            "It ends all sessions; personal access tokens stay.",
            "",
            "  berth reset-password --email ada@example.org",
            "  berth reset-password --email ada@example.org --code 012345 --password-file pw"
        },
        mixinStandardHelpOptions = true)
final class ResetPasswordCommand implements Runnable {

    @ParentCommand private Berth berth;

    @Mixin private MailedCode code = new MailedCode();

    @Override
    public void run() {
        Api api = new Api(berth.settings().address());
        code.body(api)
                .ifPresentOrElse(
                        body -> reset(api, body),
                        () ->
                                berth.progress()
                                        .step(
                                                "if the address is known, a code is on its way; call"
                                                        + " again with --code"));
    }

    private void reset(Api api, Json.Members body) {
        Json answer = api.post("reset the password", "/api/v1/auth/reset-password", body);
        if (berth.options().json()) {
            berth.console().result(JsonText.write(answer));
        }
        berth.progress().step(answer.get("message").text());
    }
}
