package dev.berth.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.StringJoiner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "audit",
        description = {
            "List who did what, newest first; for admins of the tenant.",
            "",
            "  berth audit",
            "  berth audit --operation worker. --from 2027-01-31T00:00:00Z"
        },
        mixinStandardHelpOptions = true)
final class AuditCommand implements Runnable {

    @ParentCommand private Berth berth;

    @Option(
            names = "--last",
            paramLabel = "N",
            defaultValue = "50",
            description = "So many entries, 1 to 100 (default ${DEFAULT-VALUE}).")
    private int last;

    @Option(
            names = "--actor",
            paramLabel = "USER",
            defaultValue = "",
            description = "Of one user only, by id.")
    private String actor;

    @Option(
            names = "--operation",
            paramLabel = "NAME",
            defaultValue = "",
            description = "Of one operation, like worker.deploy, or of many, like 'worker.'.")
    private String operation;

    @Option(
            names = "--target",
            paramLabel = "ID",
            defaultValue = "",
            description = "About one thing only, by id.")
    private String target;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            defaultValue = "",
            description = "Not before, like 2027-01-31T12:00:00Z.")
    private String from;

    @Option(names = "--to", paramLabel = "TIME", defaultValue = "", description = "Before.")
    private String to;

    @Override
    public void run() {
        Json answer = berth.api().get("list the audit log", path());
        if (berth.options().json()) {
            berth.console().result(JsonText.write(answer));
        } else if (berth.options().quiet()) {
            answer.get("entries")
                    .items()
                    .forEach(entry -> berth.console().result(entry.get("id").text()));
        } else {
            print(answer.get("entries").items());
        }
    }

    private String path() {
        StringBuilder path = new StringBuilder("/api/v1/audit?limit=").append(last);
        add(path, "actor", actor);
        add(path, "operation", operation);
        add(path, "target", target);
        add(path, "from", from);
        add(path, "to", to);
        return path.toString();
    }

    private static void add(StringBuilder path, String name, String value) {
        if (!value.isEmpty()) {
            path.append('&').append(name).append('=').append(URLEncoder.encode(value, UTF_8));
        }
    }

    private void print(List<Json> entries) {
        Table table =
                new Table(
                        "TIME", "ACTOR", "BY", "FROM", "OPERATION", "TARGET", "OUTCOME", "CHANGES");
        for (Json entry : entries) {
            table.row(
                    entry.get("at").text(),
                    entry.get("actor").text(),
                    entry.get("way_in").text(),
                    entry.get("source").text(),
                    entry.get("operation").text(),
                    entry.get("target_id").text(),
                    outcome(entry),
                    changes(entry.get("changes")));
        }
        table.print(berth.console());
    }

    private static String outcome(Json entry) {
        String status = entry.get("status").text();
        String word = entry.get("outcome").text();
        return status.isEmpty() ? word : word + " " + status;
    }

    private static String changes(Json changes) {
        StringJoiner text = new StringJoiner(" ");
        if (changes instanceof Json.Members members) {
            members.values().forEach((name, value) -> text.add(name + "=" + value.text()));
        }
        return text.toString();
    }
}
