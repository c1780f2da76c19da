package dev.berth.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "register",
        description = {
            "Make an account, by a code that is mailed to you, and log in.",
            "Without a terminal call it twice: the first has the code mailed.",
            "",
            "  berth register --url https://berth.example.org --email ada@example.org",
            "  berth register --email ada@example.org --code 012345 --password-file pw"
        },
        mixinStandardHelpOptions = true)
final class RegisterCommand implements Runnable {

    @ParentCommand private Berth berth;

    @Mixin private MailedCode code = new MailedCode();

    @Override
    public void run() {
        Target target = berth.settings().newAddress();
        Api api = new Api(target);
        code.body(api)
                .ifPresentOrElse(
                        body -> register(api, target, body),
                        () ->
                                berth.progress()
                                        .step(
                                                "if the address may register, a code is on its way;"
                                                        + " call again with --code"));
    }

    private void register(Api api, Target target, Json.Members body) {
        Json answer = api.post("register", "/api/v1/auth/register", body);
        Login login = berth.settings().keep(target.url(), answer.get("token").text());
        if (berth.options().json()) {
            berth.console().result(JsonText.write(answer));
        }
        berth.progress().step("registered and " + login.sentence());
    }
}
