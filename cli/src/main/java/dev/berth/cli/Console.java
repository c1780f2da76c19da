package dev.berth.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where a command reads, and writes: results to {@code out}, all else to {@code err}. */
record Console(
        InputStream in, PrintStream out, PrintStream err, boolean terminal, boolean colours) {

    static Console system(Map<String, String> environment) {
        boolean terminal = isTerminal(1);
        boolean colours =
                terminal
                        && environment.getOrDefault("NO_COLOR", "").isEmpty()
                        && !"dumb".equals(environment.get("TERM"));
        return new Console(
                System.in,
                new PrintStream(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)),
                        false,
                        UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8),
                terminal,
                colours);
    }

    /** Prints a line of the result: raw when piped, harmless on a terminal. */
    void result(String line) {
        out.println(terminal ? SafeText.of(line) : line);
    }

    /** Prints an own line, which may hold colours; what is another's in it is made safe before. */
    void styled(String line) {
        out.println(line);
    }

    /** Prints what {@link #result} and {@link #styled} would make of another's text. */
    String shown(String text) {
        return terminal ? SafeText.of(text) : text;
    }

    /** Prints a line for the reader at the screen. */
    void note(String line) {
        err.println(SafeText.of(line));
    }

    void error(String message) {
        message.lines().map(SafeText::of).forEach(err::println);
    }

    /** Tells whether the reader of the results has gone, as in {@code berth logs x | head}. */
    boolean closed() {
        return out.checkError();
    }

    // Java itself cannot tell the two streams apart
    private static boolean isTerminal(int descriptor) {
        try {
            String target =
                    Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
            return target.startsWith("/dev/pts/")
                    || target.startsWith("/dev/tty")
                    || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException noProc) {
            return Optional.ofNullable(System.console())
                    .map(java.io.Console::isTerminal)
                    .orElse(false);
        }
    }
}
