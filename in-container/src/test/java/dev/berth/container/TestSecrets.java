package dev.berth.container;

import static dev.berth.store.testing.TestDatabase.PASSWORDS;

import dev.berth.identity.testing.FakeProvider;
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
                Map.ofEntries(
                        Map.entry(ADMIN_PASSWORD, random()),
                        Map.entry(CLI_TOKEN, "bt_" + random()),
                        Map.entry(SERVICE_TOKEN, random()),
                        Map.entry("config-key", random()),
                        Map.entry("session-key", random()),
                        Map.entry("keystore-password", random()),
                        Map.entry("edge-token", random()),
                        Map.entry("db-outer", PASSWORDS.outer()),
                        Map.entry("db-inner", PASSWORDS.inner()),
                        Map.entry("mail-password", TestMail.PASSWORD),
                        Map.entry("login-company", FakeProvider.SECRET),
                        Map.entry("login-github", FakeProvider.SECRET));
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
