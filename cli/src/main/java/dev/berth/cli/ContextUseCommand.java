package dev.berth.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "use",
        description = {
            "Have commands go to another Berth by now.",
            "",
            "  berth context use prod",
            "  berth context use default"
        },
        mixinStandardHelpOptions = true)
final class ContextUseCommand implements Runnable {

    @ParentCommand private ContextCommand parent;

    @Parameters(paramLabel = "CONTEXT", description = "Its name; 'default' for this machine's.")
    private String name;

    @Override
    public void run() {
        Berth berth = parent.berth();
        Places places = berth.settings().places();
        Place place = places.named(name);
        if (place.find().isEmpty() && !name.equals(Place.HOME)) {
            throw place.noAddress();
        }
        places.contexts().choose(name);
        ContextView view = ContextView.of(place, name);
        if (berth.options().json()) {
            berth.console().result(JsonText.write(view.json()));
        }
        berth.progress()
                .step(
                        "commands go to '%s' by now%s"
                                .formatted(name, view.url().isEmpty() ? "" : ": " + view.url()));
        overruled(berth, places);
    }

    // who sets a variable and forgets it wonders for long
    private void overruled(Berth berth, Places places) {
        String inForce = places.inForce().name();
        if (!inForce.equals(name)) {
            berth.console()
                    .note(
                            "here they go to '%s' still: BERTH_CONTEXT or BERTH_HOME is set"
                                    .formatted(inForce));
        }
    }
}
