package dev.berth.standalone.process;

import java.io.IOException;
import java.util.List;

/** Runs a class of the tests' own class path in another JVM. */
public final class JavaProcess {

    private JavaProcess() {}

    public static Process start(Class<?> main, List<String> options, List<String> arguments)
            throws IOException {
        List<String> program =
                List.of("-cp", System.getProperty("java.class.path"), main.getName());
        return new ProcessBuilder(JavaCommand.of(options, program, arguments))
                .redirectErrorStream(true)
                .start();
    }
}
