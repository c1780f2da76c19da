package dev.berth.standalone.server;

import static java.util.stream.Collectors.toSet;

import dev.berth.standalone.console.ExitCode;
import dev.berth.standalone.console.LauncherException;
import dev.berth.standalone.database.Database;
import dev.berth.standalone.home.Distribution;
import dev.berth.standalone.home.Home;
import dev.berth.standalone.home.PrivateFile;
import dev.berth.standalone.home.Secrets;
import dev.berth.standalone.network.Addresses;
import dev.berth.standalone.network.Port;
import dev.berth.standalone.network.Ports;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The configuration of Outer and Inner, by the names that MicroProfile Config has for them. */
public record Settings(Map<String, String> values) {

    /** The strategies that come with Berth. */
    private static final List<String> STRATEGIES =
            List.of("blue-green", "rolling", "canary", "recreate");

    public static final String ADMIN = "berth.admin.email";
    public static final String LISTEN = "berth.listen";
    public static final String DOMAIN = "berth.domain";
    public static final String DATABASE_URL = "berth.database.url";
    public static final String DATABASE_PASSWORD_FILE = "berth.database.password-file";

    public Settings {
        values = Map.copyOf(values);
    }

    /** Returns what the operator has written into the home; nothing where there is no file. */
    public static Settings ofOperator(Home home) {
        return read(home.settings());
    }

    /** Returns what the last start of this home has set {@code key} to. */
    public static String inForce(Home home, String key) {
        return read(home.settingsInForce())
                .value(key)
                .orElseThrow(
                        () ->
                                new LauncherException(
                                        ExitCode.FAILURE,
                                        "there is no Berth in %s: it was never started; ./berth up starts one"
                                                .formatted(home.root())));
    }

    private static Settings read(Path file) {
        Properties properties = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException failure) {
                throw new LauncherException(
                        "cannot read %s: %s".formatted(file, failure.getMessage()), failure);
            }
        }
        Map<String, String> values = new HashMap<>();
        properties
                .stringPropertyNames()
                .forEach(key -> values.put(key, properties.getProperty(key)));
        return new Settings(values);
    }

    /** Returns what a Berth with these parts has to be told. */
    public static Settings of(
            Home home, Distribution distribution, Addresses addresses, Database database) {
        Map<String, String> values = new TreeMap<>();
        Ports ports = addresses.ports();
        for (Port port : Port.values()) {
            values.put(port.setting(), Integer.toString(ports.number(port)));
        }
        values.put("berth.home", home.root().toString());
        values.put(LISTEN, addresses.listen().getHostAddress());
        values.put(ADMIN, "admin@localhost");
        values.put(DOMAIN, addresses.domain());
        values.put("berth.public-url-template", addresses.publicUrlTemplate());
        values.put("berth.outer.url", addresses.outer());
        values.put("berth.inner.url", addresses.inner());
        values.put("berth.kafka.bootstrap", "127.0.0.1:" + ports.number(Port.KAFKA));
        values.put(DATABASE_URL, database.url());
        values.put("berth.secrets.directory", home.secrets().toString());
        values.put("berth.apps", distribution.apps().toString());
        values.put("berth.libraries", distribution.libertyLibraries().toString());
        values.put("berth.plugins.bundled", distribution.plugins().toString());
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
        values.put("berth.strategy", String.join(",", STRATEGIES));
        STRATEGIES.forEach(name -> values.put("berth.strategy." + name + ".use", name));
        return new Settings(values);
    }

    public Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key));
    }

    /** Returns these with those of {@code other} put over them. */
    public Settings with(Settings other) {
        Map<String, String> all = new HashMap<>(values);
        all.putAll(other.values);
        return new Settings(all);
    }

    /**
     * Returns these without what the launcher has already decided on: the command line may have
     * decided otherwise, and the address of a database may hold a password.
     */
    public Settings undecided() {
        Set<String> decided =
                Stream.concat(
                                Stream.of(LISTEN, DOMAIN, DATABASE_URL, DATABASE_PASSWORD_FILE),
                                Arrays.stream(Port.values()).map(Port::setting))
                        .collect(toSet());
        Map<String, String> left = new HashMap<>(values);
        left.keySet().removeAll(decided);
        return new Settings(left);
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
