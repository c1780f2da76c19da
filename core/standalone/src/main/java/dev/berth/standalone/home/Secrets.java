package dev.berth.standalone.home;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;

/** One file per secret, made at the first start; Liberty reads them from there too. */
public record Secrets(Path directory) {

    public static final String CONFIG_KEY = "config-key";
    public static final String SUPERUSER = "db-superuser";
    public static final String OWNER = "db-owner";
    public static final String OUTER = "db-outer";
    public static final String INNER = "db-inner";
    public static final String EDGE_TOKEN = "edge-token";
    public static final String ADMIN_PASSWORD = "admin-password";
    public static final String CLI_TOKEN = "cli-token";

    static final List<String> NAMES =
            List.of(
                    "service-token",
                    CONFIG_KEY,
                    "session-key",
                    "keystore-password",
                    SUPERUSER,
                    OWNER,
                    OUTER,
                    INNER,
                    EDGE_TOKEN,
                    ADMIN_PASSWORD,
                    CLI_TOKEN);

    private static final int BYTES = 32;

    /** Makes the secrets that are absent. Idempotent: never changes one. */
    public void prepare() {
        RandomGenerator random = new SecureRandom();
        for (String name : NAMES) {
            if (!Files.exists(file(name))) {
                PrivateFile.write(file(name), prefix(name) + text(random));
            }
        }
    }

    public Path file(String name) {
        return directory.resolve(name);
    }

    public String value(String name) {
        return PrivateFile.read(file(name));
    }

    // a personal access token is known by its prefix
    private static String prefix(String name) {
        return name.equals(CLI_TOKEN) ? "bt_" : "";
    }

    private static String text(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
