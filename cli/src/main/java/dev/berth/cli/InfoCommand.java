package dev.berth.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "info",
        description = {
            "Show Berth's version and its extensions.",
            "",
            "  berth info",
            "  berth info --url https://berth.example.org"
        },
        mixinStandardHelpOptions = true)
final class InfoCommand implements Runnable {

    @ParentCommand private Berth berth;

    @Override
    public void run() {
        Target target = berth.settings().target();
        Json answer = new Api(target).get("ask what Berth is", "/api/v1/info");
        if (berth.options().json()) {
            berth.console().result(JsonText.write(answer));
        } else if (berth.options().quiet()) {
            berth.console().result(answer.get("version").text());
        } else {
            berth.console().result("url: " + target.url());
            print(answer, "");
        }
    }

    private void print(Json answer, String indent) {
        if (answer instanceof Json.Members(Map<String, Json> values)) {
            values.forEach((name, value) -> print(name, value, indent));
        }
    }

    private void print(String name, Json value, String indent) {
        switch (value) {
            case Json.Items(List<Json> items) -> {
                berth.console().result(indent + name + ":");
                items.forEach(item -> berth.console().result(indent + "  " + line(item)));
            }
            case Json.Members members -> {
                berth.console().result(indent + name + ":");
                print(members, indent + "  ");
            }
            case Json.Text _, Json.Literal _ ->
                    berth.console().result(indent + name + ": " + value.text());
            case Json.Absent _ -> {}
        }
    }

    private static String line(Json item) {
        return item instanceof Json.Members(Map<String, Json> values)
                ? values.entrySet().stream()
                        .filter(member -> !member.getValue().text().isEmpty())
                        .map(member -> member.getKey() + "=" + member.getValue().text())
                        .collect(Collectors.joining(" "))
                : item.text();
    }
}
