package dev.berth.standalone;

import dev.berth.standalone.console.LauncherException;
import dev.berth.standalone.console.Progress;
import dev.berth.standalone.database.DatabaseUrl;
import dev.berth.standalone.home.Distribution;
import dev.berth.standalone.home.Home;
import dev.berth.standalone.home.HomeCheck;
import dev.berth.standalone.log.LauncherLog;
import dev.berth.standalone.network.Addresses;
import dev.berth.standalone.process.Machine;
import dev.berth.standalone.server.Settings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./berth up}: starts everything, and stays until it is told to stop. */
@Command(
        name = "up",
        description = {
            "Starts Berth on this machine and stays in the foreground; Ctrl-C stops it.",
            "",
            "State is kept in the home directory. Settings that are to last go into",
            "berth.properties there."
        },
        footer = {
            "",
            "Examples:",
            "  ./berth up",
            "  ./berth up --port outer=19900 --port edge=18080",
            "  ./berth up --home /srv/berth --listen 0.0.0.0 --domain example.org",
            "  PGPASSWORD=… ./berth up -d 'postgresql://admin@db.example.org:5432/berth'"
        })
final class UpCommand implements Callable<Integer> {

    @Mixin private HomeOption home = new HomeOption();

    @Mixin private DatabaseOption database = new DatabaseOption();

    @Option(
            names = "--listen",
            paramLabel = "ADDR",
            description =
                    "Address that Outer and the edge listen on; the rest stays on 127.0.0.1. Default: 127.0.0.1.")
    private Optional<String> listen = Optional.empty();

    @Option(
            names = "--port",
            paramLabel = "NAME=NUMBER",
            description =
                    "Another port than the standard one: outer (9900), inner (9901), edge (8080), postgres (9910), kafka (9911), kafka-controller (9912), edge-control (9913), management (9914), admin (9915).")
    private Map<String, Integer> ports = new HashMap<>();

    @Option(
            names = "--domain",
            paramLabel = "NAME",
            description =
                    "A worker's address is http://ID.worker.NAME:PORT. Default: what the environment variable DOMAIN says, else localhost.")
    private Optional<String> domain = Optional.empty();

    @Override
    public Integer call() throws InterruptedException {
        Machine.check();
        Distribution distribution = Distribution.current();
        Home place = home.home();
        LauncherException.refuse("cannot use " + place.root(), new HomeCheck(place).problems());
        Settings operator = Settings.ofOperator(place);
        Optional<String> environmentDomain = Optional.ofNullable(System.getenv("DOMAIN"));
        Addresses addresses =
                new Request(listen, domain, environmentDomain, ports).addresses(operator);
        Optional<DatabaseUrl> external = database.url(operator, System.getenv());
        place.prepare();
        HomeLock lock = HomeLock.take(place);
        LauncherLog.open(place);
        Plan plan = new Plan(place, distribution, addresses, operator, external);
        return new Up(plan, Progress.onConsole()).run(lock);
    }
}
