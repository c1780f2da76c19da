package dev.berth.standalone.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.standalone.console.ExitCode;
import dev.berth.standalone.console.LauncherException;
import dev.berth.store.Migrations;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the address of a database; says what is wrong with it without showing what it holds. */
record DatabaseUrlParser(String source) {

    private static final Pattern SHAPE =
            Pattern.compile(
                    "(?<jdbc>jdbc:)?postgres(?:ql)?://"
                            + "(?:(?<user>[^:@/?#]*)(?::(?<password>[^@/?#]*))?@)?"
                            + "(?<host>\\[[0-9A-Fa-f:.%]+]|[^\\[\\]:@/?#,\\s]+)(?::(?<port>\\d{1,5}))?"
                            + "(?:/(?<database>[^/?#]*))?(?:\\?(?<query>[^#]*))?");
    private static final int STANDARD_PORT = 5432;
    private static final int HIGHEST_PORT = 65_535;
    private static final String STANDARD_DATABASE = "berth";
    private static final String USER = "user";
    private static final String PASSWORD = "password";
    private static final Set<String> BERTHS_OWN =
            Set.of(Migrations.OWNER, Migrations.OUTER, Migrations.INNER);

    DatabaseUrl parse(String text) {
        Matcher parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            throw refusal(
                    "it is not of the form postgresql://USER@HOST:PORT/DATABASE; in user and password write @ : / ? # % as %40 %3A %2F %3F %23 %25");
        }
        // a + is a space in the driver's own addresses alone
        boolean plusIsSpace = parts.group("jdbc") != null;
        Map<String, String> parameters = parameters(parts, plusIsSpace);
        Optional<String> user = decoded(parts, USER).or(() -> taken(parameters, USER));
        Optional<String> password = decoded(parts, PASSWORD).or(() -> taken(parameters, PASSWORD));
        parameters.remove(USER);
        parameters.remove(PASSWORD);
        return new DatabaseUrl(
                parts.group("host"),
                port(parts),
                decoded(parts, "database").orElse(STANDARD_DATABASE),
                checked(user),
                password,
                parameters);
    }

    private Map<String, String> parameters(Matcher parts, boolean plusIsSpace) {
        Map<String, String> parameters = new HashMap<>();
        Optional.ofNullable(parts.group("query")).stream()
                .flatMap(query -> Arrays.stream(query.split("&", -1)))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.split("=", 2))
                .forEach(
                        pair ->
                                parameters.put(
                                        decoded(pair[0], plusIsSpace),
                                        pair.length == 1 ? "" : decoded(pair[1], plusIsSpace)));
        if (parameters.containsKey("sslpassword")) {
            throw refusal(
                    "the parameter sslpassword would be shown to others; use a key without a passphrase, in a file of your own");
        }
        return parameters;
    }

    private static Optional<String> taken(Map<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    private Optional<String> decoded(Matcher parts, String group) {
        return Optional.ofNullable(parts.group(group))
                .filter(text -> !text.isEmpty())
                .map(text -> decoded(text, false));
    }

    private String decoded(String text, boolean plusIsSpace) {
        try {
            return URLDecoder.decode(plusIsSpace ? text : text.replace("+", "%2B"), UTF_8);
        } catch (IllegalArgumentException leaking) {
            // its message shows a piece of the text, maybe of the password
            throw refusal("a % in it is not followed by two hexadecimal digits; write it as %25");
        }
    }

    private int port(Matcher parts) {
        int port =
                Optional.ofNullable(parts.group("port"))
                        .map(Integer::valueOf)
                        .orElse(STANDARD_PORT);
        if (port < 1 || port > HIGHEST_PORT) {
            throw refusal("its port is not between 1 and " + HIGHEST_PORT);
        }
        return port;
    }

    private String checked(Optional<String> user) {
        String name =
                user.orElseThrow(
                        () ->
                                refusal(
                                        "it names no user; write postgresql://USER@HOST:PORT/DATABASE"));
        if (BERTHS_OWN.contains(name)) {
            throw refusal(
                    "its user '%s' is one of those that Berth makes; name one that may create roles and databases"
                            .formatted(name));
        }
        return name;
    }

    private LauncherException refusal(String why) {
        return new LauncherException(
                ExitCode.USAGE, "cannot use the database's URL of %s: %s".formatted(source, why));
    }
}
