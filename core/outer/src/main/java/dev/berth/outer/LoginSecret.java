package dev.berth.outer;

import dev.berth.identity.provider.ClientSecret;
import dev.berth.rest.SecretFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the secrets of clients, which are never among the settings: in a file, else in a variable.
 *
 * @param directory where the files are
 */
record LoginSecret(Path directory) {

    Optional<ClientSecret> of(String provider) {
        String file = file(provider);
        return Files.exists(directory.resolve(file))
                ? Optional.of(new ClientSecret(new SecretFiles(directory).read(file)))
                : Optional.ofNullable(System.getenv(variable(provider))).map(ClientSecret::new);
    }

    static String file(String provider) {
        return "login-" + provider;
    }

    static String variable(String provider) {
        return "BERTH_LOGIN_%s_SECRET"
                .formatted(provider.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
