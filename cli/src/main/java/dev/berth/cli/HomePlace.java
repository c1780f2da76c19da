package dev.berth.cli;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** The home of a Berth, which {@code up} writes too. */
record HomePlace(Path home, Console console) implements Place {

    @Override
    public String name() {
        return HOME;
    }

    @Override
    public Path file() {
        return home.resolve("cli.properties");
    }

    @Override
    public Optional<Kept> find() {
        return properties()
                .map(
                        properties ->
                                new Kept(
                                        value(properties, "url"),
                                        value(properties, "token"),
                                        value(properties, "tenant")));
    }

    @Override
    public void write(Kept kept) {
        Properties properties = properties().orElseGet(Properties::new);
        set(properties, "url", kept.url());
        set(properties, "token", kept.token());
        set(properties, "tenant", kept.tenant());
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        SecretFile.write(file(), text.toString());
    }

    @Override
    public Failure noAddress() {
        return new Failure(
                ExitStatus.UNREACHABLE,
                """
                there is no Berth to speak to: '%s' does not exist or holds no url
                start one here with './berth up', or name one with --url and run 'berth login'"""
                        .formatted(file()));
    }

    private Optional<Properties> properties() {
        return SecretFile.readKept(file(), console).map(this::parse);
    }

    private Properties parse(String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException e) {
            throw new Failure(
                    ExitStatus.FAILED, "cannot read '%s': %s".formatted(file(), Reason.of(e)), e);
        }
        return properties;
    }

    private static Optional<String> value(Properties properties, String name) {
        return Optional.ofNullable(properties.getProperty(name)).filter(text -> !text.isBlank());
    }

    private static void set(Properties properties, String name, Optional<String> value) {
        value.ifPresentOrElse(
                text -> properties.setProperty(name, text), () -> properties.remove(name));
    }
}
