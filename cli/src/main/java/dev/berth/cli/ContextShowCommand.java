package dev.berth.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "show",
        description = {
            "Show where commands go, or what is kept of a context; never a token.",
            "",
            "  berth context show",
            "  berth context show prod"
        },
        mixinStandardHelpOptions = true)
final class ContextShowCommand implements Runnable {

    @ParentCommand private ContextCommand parent;

    @Parameters(
            paramLabel = "CONTEXT",
            arity = "0..1",
            description = "Its name; if not given, the one that commands go to.")
    private Optional<String> name = Optional.empty();

    @Override
    public void run() {
        Berth berth = parent.berth();
        Places places = berth.settings().places();
        Place inForce = places.inForce();
        Place place = name.map(places::named).orElse(inForce);
        if (place.find().isEmpty()) {
            throw place.noAddress();
        }
        ContextView view = ContextView.of(place, inForce.name());
        if (berth.options().json()) {
            berth.console().result(JsonText.write(view.json()));
        } else if (berth.options().quiet()) {
            berth.console().result(view.name());
        } else {
            print(view, berth.console());
        }
    }

    private static void print(ContextView view, Console console) {
        console.result("name       " + view.name() + (view.current() ? " (in force)" : ""));
        console.result("url        " + view.url());
        if (!view.tenant().isEmpty()) {
            console.result("tenant     " + view.tenant());
        }
        console.result("logged in  " + view.login());
        console.result("file       " + view.place().file());
    }
}
