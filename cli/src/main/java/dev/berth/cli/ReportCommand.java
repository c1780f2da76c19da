package dev.berth.cli;

import java.util.List;
import java.util.StringJoiner;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "report",
        description = {
            "List what each user holds, as it was found last; for operators.",
            "",
            "  berth report",
            "  berth report --last 100 --skip 100"
        },
        mixinStandardHelpOptions = true)
final class ReportCommand implements Runnable {

    @ParentCommand private Berth berth;

    @Option(
            names = "--last",
            paramLabel = "N",
            defaultValue = "50",
            description = "So many users, 1 to 100 (default ${DEFAULT-VALUE}).")
    private int last;

    @Option(
            names = "--skip",
            paramLabel = "N",
            defaultValue = "0",
            description = "Leave out so many who came first (default ${DEFAULT-VALUE}).")
    private int skip;

    @Override
    public void run() {
        Json answer =
                berth.api()
                        .get(
                                "list what users hold",
                                "/api/v1/report?limit=" + last + "&offset=" + skip);
        if (berth.options().json()) {
            berth.console().result(JsonText.write(answer));
        } else {
            print(answer.get("users").items());
        }
    }

    private void print(List<Json> users) {
        Table table = new Table("USER", "SEEN", "HOLDS", "DIFFERENCES");
        for (Json user : users) {
            String seen = user.get("audited_at").text();
            table.row(
                    user.get("email").text(),
                    seen.isEmpty() ? "not yet" : seen,
                    holdings(user.get("holdings").items()),
                    differences(user.get("differences").items()));
        }
        table.print(berth.console());
    }

    private static String holdings(List<Json> holdings) {
        StringJoiner text = new StringJoiner(" ");
        for (Json holding : holdings) {
            String limit = holding.get("limit").text();
            text.add(
                    holding.get("quota").text()
                            + "="
                            + holding.get("used").text()
                            + (limit.isEmpty() ? "" : "/" + limit));
        }
        return text.toString();
    }

    private static String differences(List<Json> differences) {
        StringJoiner text = new StringJoiner("; ");
        differences.forEach(one -> text.add(one.text()));
        return text.toString();
    }
}
