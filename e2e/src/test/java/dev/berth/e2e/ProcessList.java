package dev.berth.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.berth.e2e.Secret.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What all processes of this machine show of themselves, as {@code ps} tells anybody. */
record ProcessList(StartedBerth berth) {

    /** Says whose command line or environment shows a secret that is not its own. */
    List<Finding> findings(Needles needles) {
        return ProcessHandle.allProcesses()
                .map(process -> Path.of("/proc", Long.toString(process.pid())))
                .flatMap(process -> findings(process, needles))
                .toList();
    }

    private Stream<Finding> findings(Path process, Needles needles) {
        byte[] command = read(process.resolve("cmdline"));
        byte[] environment = read(process.resolve("environ"));
        String name = program(command) + " (" + process.getFileName() + ")";
        return Stream.concat(
                found(needles, command, "command line of " + name, _ -> true),
                found(
                        needles,
                        environment,
                        "environment of " + name,
                        secret -> !(isWorker(environment) && secret.kind() == Kind.WORKER)));
    }

    private static Stream<Finding> found(
            Needles needles, byte[] text, String place, Predicate<Secret> unlawful) {
        return needles.in(text).stream()
                .filter(unlawful)
                .map(secret -> new Finding(place, secret.name()));
    }

    /** What a program was given by its owner is its own. */
    private boolean isWorker(byte[] environment) {
        return new String(environment, UTF_8).contains(berth.home().resolve("run").toString());
    }

    private static String program(byte[] command) {
        return new String(command, UTF_8).split("\0", 2)[0];
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException gone) {
            return new byte[0];
        }
    }
}
