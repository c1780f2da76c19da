package dev.berth.plugin.process;

import static dev.berth.spi.PluginException.Kind.INVALID;
import static dev.berth.spi.PluginException.Kind.UNAVAILABLE;
import static java.util.stream.Collectors.joining;

import dev.berth.spi.Artifact;
import dev.berth.spi.OperationContext;
import dev.berth.spi.PluginException;
import dev.berth.spi.ReleaseSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Starts the program of an instance. */
record InstanceStart(
        Shim shim,
        PortLeases ports,
        ProgramEnvironment environment,
        ControlGroups groups,
        CpuBoost boost) {

    private static final Duration TICK = Duration.ofMillis(1);
    private static final int TICKS = 5_000;

    /** Starts it and returns when its identity is on disk: from then on it can be adopted. */
    void begin(ReleaseSpec spec, Place place, Instance instance, OperationContext context) {
        Path app = place.release().app();
        Path directory = workingDirectory(spec, app);
        List<String> command =
                new CommandLookup(directory, environment.path()).resolve(spec.command());
        place.account().give(app);
        place.account().admit(instance.directory());
        for (String name : List.of("home", "tmp")) {
            place.account().give(Trees.create(instance.directory().resolve(name)));
        }
        int port = ports.lease(instance, context);
        Map<String, String> variables = environment.of(spec, instance, port);
        SpecFile.write(spec, instance);
        List<ControlGroup> opened = groups.open(instance, spec.limits());
        instance.file("groups")
                .write(
                        opened.stream()
                                .map(group -> group.path().toString())
                                .collect(joining("\n")));
        boost.begin(instance);
        ProcessBuilder builder =
                shim.of(
                        new Shim.Run(
                                instance,
                                place.release(),
                                directory,
                                command,
                                variables,
                                place.account(),
                                opened));
        awaitIdentity(start(builder, instance), instance, context);
    }

    static Path workingDirectory(ReleaseSpec spec, Path app) {
        return switch (spec.artifact()) {
            case Artifact.Image(String reference) ->
                    throw new PluginException(
                            INVALID,
                            "cannot run the image '%s': this runtime runs sources as processes; deploy a source, or choose a runtime of containers"
                                    .formatted(reference));
            case Artifact.Source source -> {
                Path directory = app.resolve(source.path()).normalize();
                if (!directory.startsWith(app) || !Files.isDirectory(directory)) {
                    throw new PluginException(
                            INVALID,
                            "cannot start the program: the source has no directory '%s'"
                                    .formatted(source.path()));
                }
                yield directory;
            }
        };
    }

    private static Process start(ProcessBuilder builder, Instance instance) {
        try {
            return builder.start();
        } catch (IOException failure) {
            throw new PluginException(
                    UNAVAILABLE,
                    "cannot start '%s': %s".formatted(instance.owner(), failure.getMessage()),
                    failure);
        }
    }

    private static void awaitIdentity(
            Process process, Instance instance, OperationContext context) {
        for (int tick = 0; tick < TICKS && process.isAlive(); tick++) {
            if (instance.pid().exists()) {
                return;
            }
            context.pause(TICK);
        }
        if (!instance.pid().exists()) {
            throw new PluginException(
                    UNAVAILABLE,
                    "cannot start '%s': its shim has not written %s; see shim.log beside it"
                            .formatted(instance.owner(), instance.pid().path()));
        }
    }
}
