package dev.berth.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "list",
        description = {"List your tokens, also those that have expired.", "", "  berth token list"},
        mixinStandardHelpOptions = true)
final class TokenListCommand implements Runnable {

    @ParentCommand private TokenCommand parent;

    @Override
    public void run() {
        Berth berth = parent.berth();
        List<Json> tokens = new Tokens(berth.api()).all();
        if (berth.options().json()) {
            berth.console().result(JsonText.write(new Json.Items(tokens)));
        } else if (berth.options().quiet()) {
            tokens.forEach(token -> berth.console().result(token.get("id").text()));
        } else {
            print(tokens, berth.console());
        }
    }

    private static void print(List<Json> tokens, Console console) {
        Table table = new Table("NAME", "ID", "SCOPES", "CREATED", "EXPIRES", "LAST USED");
        for (Json token : tokens) {
            table.row(
                    token.get("name").text(),
                    token.get("id").text(),
                    token.get("scopes").items().stream()
                            .map(Json::text)
                            .collect(Collectors.joining(",")),
                    minute(token.get("created_at").text()),
                    minute(token.get("expires_at").text()),
                    minute(token.get("last_used_at").text()));
        }
        table.print(console);
    }

    /** Returns as much of a date as anybody reads. */
    private static String minute(String date) {
        if (date.isEmpty()) {
            return "never";
        }
        return date.replaceFirst("^([0-9-]{10})T([0-9]{2}:[0-9]{2}).*Z$", "$1 $2Z");
    }
}
