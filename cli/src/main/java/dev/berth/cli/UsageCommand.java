package dev.berth.cli;

import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "usage",
        description = {
            "Show how much CPU and memory a worker's instances use.",
            "",
            "  berth usage hello"
        },
        mixinStandardHelpOptions = true)
final class UsageCommand implements Runnable {

    private static final double MILLIS = 1000;
    private static final double MEBIBYTE = 1 << 20;

    @ParentCommand private Berth berth;

    @Parameters(paramLabel = "NAME", description = "The worker's name or id.")
    private String name;

    @Override
    public void run() {
        Api api = berth.api();
        Worker worker = Workers.everywhere(api).named(name);
        Json usage =
                api.get(
                        "show what worker '" + name + "' uses",
                        Workers.path(worker.id()) + "/usage");
        if (berth.options().json()) {
            berth.console().result(JsonText.write(usage));
        } else {
            print(usage);
        }
    }

    private void print(Json usage) {
        Table table = new Table("VERSION", "INSTANCE", "CPU", "MEMORY");
        for (Json instance : usage.get("instances").items()) {
            table.row(
                    instance.get("version_id").text(),
                    instance.get("instance").text(),
                    part("%.1f s", instance.get("cpu_ms").number() / MILLIS),
                    part("%.1f MiB", instance.get("memory_bytes").number() / MEBIBYTE));
        }
        table.print(berth.console());
    }

    private static String part(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
