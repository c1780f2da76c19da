package dev.berth.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Finds where address and token are kept: options first, then the environment, then the choice. */
record Places(GlobalOptions options, Map<String, String> environment, Console console) {

    private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,62}";

    /** Returns the place that the command goes by. */
    Place inForce() {
        return name().map(this::named).orElseGet(this::home);
    }

    /** Returns whether the command, or the environment, names the place. */
    boolean isNamed() {
        return options.context().isPresent() || variable("BERTH_CONTEXT").isPresent();
    }

    /** Returns the place of that name. */
    Place named(String name) {
        if (!name.matches(NAME)) {
            throw new Failure(
                    ExitStatus.USAGE,
                    "'%s' is not the name of a context: give letters, digits, '.', '_' and '-'"
                            .formatted(name));
        }
        return name.equals(Place.HOME) ? home() : new ContextPlace(contexts(), name);
    }

    ContextFile contexts() {
        return new ContextFile(directory().resolve("berth").resolve("contexts.json"), console);
    }

    private Optional<String> name() {
        if (options.home().isPresent()) {
            if (options.context().isPresent()) {
                throw new Failure(ExitStatus.USAGE, "give --context or --home, not both");
            }
            return Optional.empty();
        }
        return options.context()
                .or(() -> variable("BERTH_CONTEXT"))
                .or(() -> variable("BERTH_HOME").isPresent() ? Optional.empty() : chosen());
    }

    private Optional<String> chosen() {
        return contexts().chosen();
    }

    private Place home() {
        Path home =
                options.home()
                        .or(() -> variable("BERTH_HOME").map(Path::of))
                        .orElseGet(() -> user().resolve(".berth"));
        return new HomePlace(home, console);
    }

    private Path directory() {
        // the specification has relative paths ignored
        return variable("XDG_CONFIG_HOME")
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> user().resolve(".config"));
    }

    private static Path user() {
        return Path.of(System.getProperty("user.home"));
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }
}
