package dev.berth.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

@Command(
        name = "quota",
        description = {
            "Show how much the tenant may have, and has; memory and sources in bytes.",
            "",
            "  berth quota"
        },
        mixinStandardHelpOptions = true)
final class QuotaCommand implements Runnable {

    @ParentCommand private Berth berth;

    @Override
    public void run() {
        Json quotas = berth.api().get("show the quotas", "/api/v1/quota");
        if (berth.options().json()) {
            berth.console().result(JsonText.write(quotas));
            return;
        }
        Table table = new Table("QUOTA", "USED", "LIMIT");
        for (Json quota : quotas.items()) {
            String limit = quota.get("limit").text();
            table.row(
                    quota.get("quota").text(),
                    quota.get("used").text(),
                    limit.isEmpty() ? "none" : limit);
        }
        table.print(berth.console());
    }
}
