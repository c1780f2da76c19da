package dev.berth.standalone;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/** The configuration of Outer and Inner, by the names that MicroProfile Config has for them. */
record Settings(Map<String, String> values) {

    static final String ADMIN = "berth.admin.email";

    Settings {
        values = Map.copyOf(values);
    }

    /** Returns what the operator has written into the home; nothing where there is no file. */
    static Settings ofOperator(Home home) {
        Properties properties = new Properties();
        if (Files.exists(home.settings())) {
            try (Reader reader = Files.newBufferedReader(home.settings())) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException failure) {
                throw new LauncherException(
                        "cannot read %s: %s".formatted(home.settings(), failure.getMessage()),
                        failure);
            }
        }
        Map<String, String> values = new HashMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> values.put(key, properties.getProperty(key)));
        return new Settings(values);
    }

    /** Returns what a Berth with these parts has to be told. */
    static Settings of(
            Home home, Distribution distribution, Addresses addresses, Database database) {
        Map<String, String> values = new TreeMap<>();
        Ports ports = addresses.ports();
        for (Port port : Port.values()) {
            values.put(port.setting(), Integer.toString(ports.number(port)));
        }
        values.put("berth.home", home.root().toString());
        values.put("berth.listen", addresses.listen().getHostAddress());
        values.put(ADMIN, "admin@localhost");
        values.put("berth.domain", addresses.domain());
        values.put("berth.public-url-template", addresses.publicUrlTemplate());
        values.put("berth.outer.url", addresses.outer());
        values.put("berth.inner.url", addresses.inner());
        values.put("berth.kafka.bootstrap", "127.0.0.1:" + ports.number(Port.KAFKA));
        values.put("berth.database.url", database.url());
        values.put("berth.secrets.directory", home.secrets().toString());
        values.put("berth.apps", distribution.apps().toString());
        values.put("berth.libraries", distribution.libertyLibraries().toString());
        values.put("berth.plugins.directories", distribution.plugins() + "," + home.plugins());
        values.put("berth.runtime", "process");
        values.put("berth.runtime.process.use", "process");
        values.put("berth.runtime.process.directory", home.run().toString());
        values.put("berth.router", "edge");
        values.put("berth.router.edge.use", "edge");
        values.put("berth.router.edge.url", addresses.edgeControl());
        values.put(
                "berth.router.edge.token-file",
                home.secrets().resolve(Secrets.EDGE_TOKEN).toString());
        values.put("berth.strategy", "recreate");
        values.put("berth.strategy.recreate.use", "recreate");
        return new Settings(values);
    }

    Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** Returns these with those of {@code other} put over them. */
    Settings with(Settings other) {
        Map<String, String> all = new HashMap<>(values);
        all.putAll(other.values);
        return new Settings(all);
    }

    void write(Path file) {
        Properties properties = new Properties();
        properties.putAll(values);
        StringWriter text = new StringWriter();
        try {
            properties.store(
                    text, "written by ./berth up; your own settings go into berth.properties");
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        PrivateFile.write(file, text.toString());
    }
}
