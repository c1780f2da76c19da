package dev.berth.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "versions",
        description = {
            "List the versions of a worker, newest first.",
            "",
            "  berth versions hello",
            "  berth versions hello --last 100 --json"
        },
        mixinStandardHelpOptions = true)
final class VersionsCommand implements Runnable {

    // what Berth answers with at a time
    private static final int PAGE = 10;

    @ParentCommand private Berth berth;

    @Parameters(paramLabel = "NAME", description = "The worker's name or id.")
    private String name;

    @Option(
            names = "--last",
            paramLabel = "N",
            defaultValue = "10",
            description = "So many of them (default ${DEFAULT-VALUE}).")
    private int last;

    @Override
    public void run() {
        if (last < 1) {
            throw new Failure(ExitStatus.USAGE, "--last is 1 or more");
        }
        Api api = berth.api();
        List<Json> versions = newest(api, Workers.everywhere(api).named(name));
        if (berth.options().json()) {
            berth.console().result(JsonText.write(new Json.Items(versions)));
        } else if (berth.options().quiet()) {
            versions.forEach(version -> berth.console().result(version.get("version_id").text()));
        } else {
            VersionTable.print(versions, berth.console());
        }
    }

    private List<Json> newest(Api api, Worker worker) {
        List<Json> versions = new ArrayList<>();
        List<Json> page;
        do {
            page =
                    api.get(
                                    "list the versions of '" + name + "'",
                                    Workers.path(worker.id()) + "?offset=" + versions.size())
                            .get("versions")
                            .items();
            versions.addAll(page);
        } while (page.size() == PAGE && versions.size() < last);
        return List.copyOf(versions.subList(0, Math.min(last, versions.size())));
    }
}
