package dev.berth.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "logout",
        description = {
            "End the session, and keep its token no longer.",
            "A personal access token stays: 'berth token revoke' ends that.",
            "",
            "  berth logout"
        },
        mixinStandardHelpOptions = true)
final class LogoutCommand implements Runnable {

    @ParentCommand private Berth berth;

    @Override
    public void run() {
        Target target = berth.settings().target();
        target.token()
                .ifPresentOrElse(
                        token -> end(target, token),
                        () -> berth.progress().step("nobody is logged in at " + target));
    }

    private void end(Target target, String token) {
        Json answer = ended(target);
        boolean forgotten = berth.settings().forget(token);
        if (berth.options().json()) {
            berth.console().result(JsonText.write(answer));
        }
        berth.progress()
                .step(
                        "logged out at %s: %s%s"
                                .formatted(
                                        target,
                                        answer.get("message").text(),
                                        forgotten ? "; its token is kept here no longer" : ""));
    }

    private static Json ended(Target target) {
        try {
            return new Api(target).post("log out", "/api/v1/auth/logout", Json.object());
        } catch (Failure refused) {
            if (refused.status() == ExitStatus.DENIED) {
                return Json.object().with("message", "the token was of no use any more");
            }
            throw refused;
        }
    }
}
