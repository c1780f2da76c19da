package dev.berth.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "remove",
        description = {
            "Forget a context, its token too. The session goes on at the server:",
            "log out before, to end it.",
            "",
            "  berth logout --context prod",
            "  berth context remove prod"
        },
        mixinStandardHelpOptions = true)
final class ContextRemoveCommand implements Runnable {

    @ParentCommand private ContextCommand parent;

    @Parameters(paramLabel = "CONTEXT", description = "Its name.")
    private String name;

    @Override
    public void run() {
        Berth berth = parent.berth();
        Places places = berth.settings().places();
        if (name.equals(Place.HOME)) {
            throw new Failure(
                    ExitStatus.USAGE,
                    "'default' is the Berth of this machine and no context to remove; 'berth logout' forgets its token");
        }
        Place place = places.named(name);
        ContextView view = ContextView.of(place, "");
        if (place.find().isEmpty()) {
            throw place.noAddress();
        }
        places.contexts().remove(name);
        if (berth.options().json()) {
            berth.console().result(JsonText.write(view.json()));
        }
        berth.progress().step("context '%s' is forgotten".formatted(name));
    }
}
