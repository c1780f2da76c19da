package dev.berth.container;

import static dev.berth.store.testing.TestDatabase.PASSWORDS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.random.RandomGenerator;

/** One file per secret, as the launcher makes them. */
record TestSecrets(Path directory) {

    static final String ADMIN_PASSWORD = "admin-password";
    static final String CLI_TOKEN = "cli-token";
    static final String SERVICE_TOKEN = "service-token";

    void write() throws IOException {
        Files.createDirectories(directory);
        Map<String, String> values =
                Map.of(
                        ADMIN_PASSWORD,
                        random(),
                        CLI_TOKEN,
                        "bt_" + random(),
                        SERVICE_TOKEN,
                        random(),
                        "config-key",
                        random(),
                        "session-key",
                        random(),
                        "keystore-password",
                        random(),
                        "edge-token",
                        random(),
                        "db-outer",
                        PASSWORDS.outer(),
                        "db-inner",
                        PASSWORDS.inner(),
                        "mail-password",
                        TestMail.PASSWORD);
        for (Map.Entry<String, String> secret : values.entrySet()) {
            Files.writeString(directory.resolve(secret.getKey()), secret.getValue());
        }
    }

    String read(String name) {
        try {
            return Files.readString(directory.resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String random() {
        byte[] bytes = new byte[32];
        RandomGenerator.of("SecureRandom").nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
