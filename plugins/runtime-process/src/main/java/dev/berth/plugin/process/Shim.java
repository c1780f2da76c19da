package dev.berth.plugin.process;

import static java.util.stream.Collectors.joining;

import java.io.File;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Makes the command that leads the session of an instance. It runs as Berth's user, so that the
 * program's variables are given to it under names that mean nothing.
 *
 * @param leader the script that leads
 * @param program the script that becomes the program
 * @param cover the directory that no other user can pass, which is covered therefore
 * @param jdk shows under a cover too
 */
record Shim(Path leader, Path program, Optional<Path> cover, Path jdk, LogSettings logs) {

    private static final String VALUE = "_BERTH_V_";

    /** What is to be run, and in what. */
    record Run(
            Instance instance,
            ReleaseDirectory release,
            Path work,
            List<String> command,
            Map<String, String> variables,
            Account account,
            List<ControlGroup> groups) {}

    ProcessBuilder of(Run run) {
        List<String> command = new ArrayList<>();
        command.add(Host.find("setsid").orElseThrow().toString());
        command.addAll(List.of("/bin/sh", leader.toString()));
        command.addAll(run.command());
        File said = run.instance().directory().resolve("shim.log").toFile();
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectInput(Redirect.from(new File("/dev/null")))
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.to(said));
        builder.environment().clear();
        builder.environment().putAll(environment(run));
        return builder;
    }

    private Map<String, String> environment(Run run) {
        Map<String, String> environment = new TreeMap<>();
        run.variables().forEach((name, value) -> environment.put(VALUE + name, value));
        environment.put("PATH", Host.PATH);
        environment.put("LC_ALL", "C");
        environment.put("_BERTH_NAMES", String.join("\n", run.variables().keySet()));
        environment.put("_BERTH_DIRECTORY", run.instance().directory().toString());
        environment.put("_BERTH_PROGRAM", program.toString());
        environment.put("_BERTH_WORK", run.work().toString());
        environment.put("_BERTH_GROUPS", lines(run.groups().stream().map(ControlGroup::path)));
        environment.putAll(output(run.instance()));
        environment.putAll(user(run));
        return environment;
    }

    private Map<String, String> output(Instance instance) {
        List<OutputFiles> outputs = OutputFiles.of(instance);
        List<String> next =
                outputs.stream()
                        .map(
                                output -> {
                                    int number = logs.next(output);
                                    logs.prune(output, number);
                                    return OutputFiles.digits(number);
                                })
                        .toList();
        return Map.of(
                "_BERTH_STDOUT", next.getFirst(),
                "_BERTH_STDERR", next.getLast(),
                "_BERTH_LOG_BYTES", Long.toString(logs.bytes()),
                "_BERTH_LOG_FILES", Integer.toString(logs.files()));
    }

    private Map<String, String> user(Run run) {
        OptionalLong user = run.account().user();
        if (user.isEmpty()) {
            return Map.of("_BERTH_USER", "", "_BERTH_COVER", "");
        }
        Path veil = Trees.create(run.instance().directory().resolve("veil"));
        return Map.of(
                "_BERTH_USER", Long.toString(user.getAsLong()),
                "_BERTH_COVER", cover.map(Path::toString).orElse(""),
                "_BERTH_VEIL", veil.toString(),
                "_BERTH_SHOWN", lines(Stream.of(run.release().path(), jdk).filter(this::covered)));
    }

    private boolean covered(Path path) {
        return cover.filter(path::startsWith).isPresent();
    }

    private static String lines(Stream<Path> paths) {
        return paths.map(Path::toString).collect(joining("\n"));
    }
}
