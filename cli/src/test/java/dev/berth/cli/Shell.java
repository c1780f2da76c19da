package dev.berth.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.Map;

/** Calls the command in this process, as a pipe or a terminal would see it. */
final class Shell {

    record Result(int status, String out, String err) {}

    // the contexts of who runs the tests are none of theirs
    private final Map<String, String> environment =
            new HashMap<>(Map.of("XDG_CONFIG_HOME", "/nowhere"));
    private String input = "";
    private boolean terminal;

    static Shell at(FakeBerth berth) {
        return new Shell().with("BERTH_URL", berth.url()).with("BERTH_TOKEN", FakeBerth.TOKEN);
    }

    Shell with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Shell onTerminal() {
        terminal = true;
        return this;
    }

    /** Pipes that into the command. */
    Shell piping(String text) {
        input = text;
        return this;
    }

    Result run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        Console console =
                new Console(
                        new ByteArrayInputStream(input.getBytes(UTF_8)),
                        new PrintStream(out, false, UTF_8),
                        new PrintStream(err, true, UTF_8),
                        terminal,
                        terminal);
        int status = Berth.run(Map.copyOf(environment), console, arguments);
        return new Result(status, out.toString(UTF_8), err.toString(UTF_8));
    }
}
