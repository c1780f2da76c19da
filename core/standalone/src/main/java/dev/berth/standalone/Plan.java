package dev.berth.standalone;

import dev.berth.standalone.broker.KafkaBroker;
import dev.berth.standalone.broker.KafkaSettings;
import dev.berth.standalone.database.Database;
import dev.berth.standalone.database.DatabaseUrl;
import dev.berth.standalone.database.ExternalDatabase;
import dev.berth.standalone.database.OwnDatabase;
import dev.berth.standalone.database.Postgres;
import dev.berth.standalone.database.PostgresBinaries;
import dev.berth.standalone.database.SchemaMark;
import dev.berth.standalone.home.Distribution;
import dev.berth.standalone.home.Home;
import dev.berth.standalone.home.Secrets;
import dev.berth.standalone.network.Addresses;
import dev.berth.standalone.network.Port;
import dev.berth.standalone.network.Ports;
import dev.berth.standalone.process.ChildProgram;
import dev.berth.standalone.server.EdgeProcess;
import dev.berth.standalone.server.LibertyServer;
import dev.berth.standalone.server.Settings;
import java.util.Optional;

/**
 * What is to be brought up.
 *
 * @param overrides what the operator has set in the home's own file, and nothing else decides
 * @param external the database that the operator runs; absent where Berth runs its own
 */
record Plan(
        Home home,
        Distribution distribution,
        Addresses addresses,
        Settings overrides,
        Optional<DatabaseUrl> external) {

    Plan {
        overrides = overrides.undecided();
    }

    Ports ports() {
        return addresses.ports();
    }

    Secrets secrets() {
        return new Secrets(home.secrets());
    }

    Database database() {
        return external.<Database>map(login -> new ExternalDatabase(login, secrets()))
                .orElseGet(this::ownDatabase);
    }

    /** Returns PostgreSQL as a child; nothing where the operator runs it. */
    Optional<ChildProgram> postgresChild() {
        return external.isPresent()
                ? Optional.empty()
                : Optional.of(postgres().child(ownDatabase()));
    }

    Postgres postgres() {
        return new Postgres(
                home, PostgresBinaries.in(home.postgres()), ports().number(Port.POSTGRES));
    }

    EdgeProcess edge() {
        return new EdgeProcess(home, distribution, ports(), addresses.listen());
    }

    LibertyServer liberty() {
        return new LibertyServer(home, distribution, ports());
    }

    KafkaBroker kafka() {
        return new KafkaBroker(
                new KafkaSettings(
                        home.kafka(),
                        ports().number(Port.KAFKA),
                        ports().number(Port.KAFKA_CONTROLLER)));
    }

    Settings settings() {
        return Settings.of(home, distribution, addresses, database()).with(overrides);
    }

    SchemaMark schemaMark() {
        return new SchemaMark(
                home.postgres().resolve("migrated-by"),
                distribution.launcherLibraries(),
                database().url());
    }

    private OwnDatabase ownDatabase() {
        return new OwnDatabase(ports().number(Port.POSTGRES), secrets());
    }
}
