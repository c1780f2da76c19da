package dev.berth.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "workers",
        description = {
            "List the workers.",
            "",
            "  berth workers",
            "  berth workers --project shop --quiet"
        },
        mixinStandardHelpOptions = true)
final class WorkersCommand implements Runnable {

    @ParentCommand private Berth berth;

    @Option(names = "--project", paramLabel = "PROJECT", description = "Those of one project only.")
    private Optional<String> project = Optional.empty();

    @Override
    public void run() {
        Api api = berth.api();
        List<Json> workers =
                project.map(name -> Workers.in(name, api)).orElse(Workers.everywhere(api)).all();
        if (berth.options().json()) {
            berth.console().result(JsonText.write(new Json.Items(workers)));
        } else if (berth.options().quiet()) {
            workers.stream().map(Worker::of).map(Worker::id).forEach(berth.console()::result);
        } else if (!workers.isEmpty()) {
            print(workers);
        } else {
            berth.console().note("there are no workers yet; 'berth deploy DIR' makes one");
        }
    }

    private void print(List<Json> workers) {
        Table table = new Table("NAME", "ID", "STATUS", "VERSION", "URL");
        workers.stream()
                .map(Worker::of)
                .forEach(
                        worker ->
                                table.row(
                                        worker.name(),
                                        worker.id(),
                                        worker.status(),
                                        worker.activeVersion(),
                                        worker.url()));
        table.print(berth.console());
    }
}
