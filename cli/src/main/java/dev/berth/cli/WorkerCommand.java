package dev.berth.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "worker",
        description = {
            "Show one worker: status, address, rollout, releases, versions.",
            "",
            "  berth worker hello",
            "  berth worker hello --quiet"
        },
        mixinStandardHelpOptions = true)
final class WorkerCommand implements Runnable {

    @ParentCommand private Berth berth;

    @Parameters(paramLabel = "NAME", description = "The worker's name or id.")
    private String name;

    @Override
    public void run() {
        Api api = berth.api();
        Worker found = Workers.everywhere(api).named(name);
        Json answer = api.get("show worker '" + name + "'", Workers.path(found.id()));
        if (berth.options().json()) {
            berth.console().result(JsonText.write(answer));
        } else if (berth.options().quiet()) {
            berth.console().result(answer.get("url").text());
        } else {
            head(found, answer);
            conditions(answer.get("conditions").items());
            releases(answer.get("releases").items());
            versions(answer.get("versions").items());
        }
    }

    private void head(Worker found, Json answer) {
        Worker worker = Worker.of(answer.get("worker"));
        Console console = berth.console();
        String status = console.shown(worker.status());
        console.result("name     " + found.name());
        console.result("id       " + found.id());
        console.styled("status   " + (console.colours() ? Status.coloured(status) : status));
        console.result("version  " + worker.activeVersion());
        console.result("url      " + answer.get("url").text());
        console.result("strategy " + answer.get("worker").get("strategy").text());
        String rollout = answer.get("rollout").get("phrase").text();
        if (!rollout.isEmpty()) {
            console.result("rollout  " + rollout);
        }
    }

    private void releases(List<Json> releases) {
        if (releases.isEmpty()) {
            return;
        }
        Table table = new Table("RELEASE", "VERSION", "TRAFFIC", "READY");
        for (Json release : releases) {
            table.row(
                    release.get("release").text(),
                    release.get("version_id").text(),
                    release.get("weight").text() + " %",
                    release.get("ready_replicas").text() + "/" + release.get("replicas").text());
        }
        berth.console().styled("");
        table.print(berth.console());
    }

    private void conditions(List<Json> conditions) {
        if (conditions.isEmpty()) {
            return;
        }
        Table table = new Table("CONDITION", "STATUS", "REASON", "MESSAGE");
        for (Json condition : conditions) {
            table.row(
                    condition.get("type").text(),
                    condition.get("status").text(),
                    condition.get("reason").text(),
                    condition.get("message").text());
        }
        berth.console().styled("");
        table.print(berth.console());
    }

    private void versions(List<Json> versions) {
        if (versions.isEmpty()) {
            return;
        }
        berth.console().styled("");
        VersionTable.print(versions, berth.console());
    }
}
