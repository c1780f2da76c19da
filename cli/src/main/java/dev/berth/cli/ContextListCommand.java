package dev.berth.cli;

import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "list",
        description = {
            "List the contexts; a star marks the one that commands go to.",
            "",
            "  berth context list"
        },
        mixinStandardHelpOptions = true)
final class ContextListCommand implements Runnable {

    @ParentCommand private ContextCommand parent;

    @Override
    public void run() {
        Berth berth = parent.berth();
        Places places = berth.settings().places();
        String current = places.inForce().name();
        List<ContextView> all =
                Stream.concat(Stream.of(Place.HOME), places.contexts().names().stream())
                        .map(places::named)
                        .map(place -> ContextView.of(place, current))
                        .toList();
        if (berth.options().json()) {
            berth.console()
                    .result(
                            JsonText.write(
                                    new Json.Items(all.stream().map(ContextView::json).toList())));
        } else if (berth.options().quiet()) {
            all.forEach(context -> berth.console().result(context.name()));
        } else {
            print(all, berth.console());
        }
    }

    private static void print(List<ContextView> all, Console console) {
        Table table = new Table("", "NAME", "URL", "TENANT", "LOGGED IN");
        all.forEach(
                context ->
                        table.row(
                                context.current() ? "*" : "",
                                context.name(),
                                context.url(),
                                context.tenant(),
                                context.login()));
        table.print(console);
    }
}
