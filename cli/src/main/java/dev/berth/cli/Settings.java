package dev.berth.cli;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Finds address and token: options first, then the environment, then {@code cli.properties}. */
record Settings(GlobalOptions options, Map<String, String> environment) {

    /** Returns the address alone, for what needs no token. */
    Target address() {
        return new Target(url(kept()), Optional.empty(), Optional.empty());
    }

    Target target() {
        Properties kept = kept();
        URI url = url(kept);
        // a token goes only to the server that it was given for
        boolean same = keptUrl(kept).map(Settings::address).filter(url::equals).isPresent();
        Optional<String> token =
                options.tokenFile()
                        .map(SecretFile::read)
                        .or(() -> variable("BERTH_TOKEN"))
                        .or(() -> Optional.ofNullable(same ? kept.getProperty("token") : null));
        Optional<String> tenant = options.tenant().or(() -> variable("BERTH_TENANT"));
        return new Target(url, token.map(String::strip), tenant.map(String::strip));
    }

    /** Keeps address and token for the commands to come. */
    Path keep(URI url, String token) {
        Properties properties = kept();
        properties.setProperty("url", url.toString());
        properties.setProperty("token", token);
        write(properties);
        return file();
    }

    /** Keeps {@code token} no longer; returns whether it was kept. The address stays. */
    boolean forget(String token) {
        Properties properties = kept();
        if (!token.equals(properties.getProperty("token", "").strip())) {
            return false;
        }
        properties.remove("token");
        write(properties);
        return true;
    }

    private void write(Properties properties) {
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        SecretFile.write(file(), text.toString());
    }

    private Path home() {
        return options.home()
                .or(() -> variable("BERTH_HOME").map(Path::of))
                .orElseGet(() -> Path.of(System.getProperty("user.home"), ".berth"));
    }

    private URI url(Properties kept) {
        return options.url()
                .or(() -> variable("BERTH_URL"))
                .or(() -> keptUrl(kept))
                .map(Settings::address)
                .orElseThrow(this::noAddress);
    }

    private static Optional<String> keptUrl(Properties kept) {
        return Optional.ofNullable(kept.getProperty("url"));
    }

    private Path file() {
        return home().resolve("cli.properties");
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private Properties kept() {
        Properties properties = new Properties();
        if (Files.exists(file())) {
            try (Reader reader = Files.newBufferedReader(file())) {
                properties.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new Failure(
                        ExitStatus.FAILED,
                        "cannot read '%s': %s".formatted(file(), Reason.of(e)),
                        e);
            }
        }
        return properties;
    }

    private Failure noAddress() {
        return new Failure(
                ExitStatus.UNREACHABLE,
                """
                there is no Berth to speak to: '%s' does not exist or holds no url
                start one here with './berth up', or name one with --url and run 'berth login'"""
                        .formatted(file()));
    }

    private static URI address(String text) {
        try {
            URI url = new URI(text.strip().replaceAll("/+$", ""));
            if (url.getHost() != null
                    && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                return url;
            }
        } catch (URISyntaxException refusedBelow) {
            // said in the same words as an address of another kind
        }
        throw new Failure(
                ExitStatus.USAGE,
                "'%s' is not the address of a Berth: give one like http://127.0.0.1:9900"
                        .formatted(text));
    }
}
