package dev.berth.standalone;

/**
 * What is to be brought up.
 *
 * @param overrides what the operator has set in the home's own file
 */
record Plan(Home home, Distribution distribution, Addresses addresses, Settings overrides) {

    Ports ports() {
        return addresses.ports();
    }

    Secrets secrets() {
        return new Secrets(home.secrets());
    }

    Database database() {
        return new Database(ports().number(Port.POSTGRES), secrets());
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
                home.postgres().resolve("migrated-by"), distribution.launcherLibraries());
    }
}
