package dev.berth.plugin.process;

import static dev.berth.spi.PluginException.Kind.UNAVAILABLE;
import static java.util.stream.Collectors.joining;

import dev.berth.plugin.process.Hierarchy.Controller;
import dev.berth.spi.Condition;
import dev.berth.spi.Limits;
import dev.berth.spi.PluginException;
import dev.berth.spi.ReleaseId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Gives each instance a control group of its own in every hierarchy, with its limits. */
final class ControlGroups {

    private static final Pattern CHILD =
            Pattern.compile("([0-9a-f]{8}-[1-9][0-9]{0,17})\\.([1-9][0-9]{0,5})");

    private final List<Hierarchy> hierarchies;
    private final String name;
    private final int processes;
    private final Optional<String> lack;

    private ControlGroups(
            List<Hierarchy> hierarchies, Path directory, int processes, Optional<String> lack) {
        this.hierarchies = List.copyOf(hierarchies);
        this.name = "berth-" + Integer.toHexString(directory.toString().hashCode());
        this.processes = processes;
        this.lack = lack;
    }

    /** Returns groups that limit nothing. */
    static ControlGroups none(Path directory, String why) {
        return new ControlGroups(List.of(), directory, 0, Optional.of(why));
    }

    /** Returns groups in what was found; says what of it cannot be used. */
    static ControlGroups in(List<Hierarchy> found, Path directory, int processes) {
        List<Hierarchy> usable = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        ControlGroups wanted = new ControlGroups(found, directory, processes, Optional.empty());
        Set<Controller> missing = EnumSet.allOf(Controller.class);
        for (Hierarchy hierarchy : found) {
            try {
                wanted.prepare(hierarchy);
                new ControlGroup(wanted.own(hierarchy)).remove();
                usable.add(hierarchy);
                missing.removeAll(hierarchy.controllers());
            } catch (IOException failure) {
                problems.add("cannot use " + hierarchy.root() + " (" + failure.getMessage() + ")");
            }
        }
        if (!missing.isEmpty()) {
            problems.add("no control of " + words(missing));
        }
        return new ControlGroups(
                usable,
                directory,
                processes,
                problems.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", problems)));
    }

    Condition condition() {
        return lack.map(
                        why ->
                                new Condition(
                                        "LimitsEnforced",
                                        false,
                                        "NoControlGroup",
                                        "not all limits on CPU, memory and processes are enforced: "
                                                + why))
                .orElseGet(
                        () ->
                                new Condition(
                                        "LimitsEnforced",
                                        true,
                                        "ControlGroups",
                                        "CPU, memory and the number of processes are limited; disk is looked at when a source is unpacked"));
    }

    /** Makes the groups that an instance is started in, fresh ones where that is possible. */
    List<ControlGroup> open(Instance instance, Limits limits) {
        List<ControlGroup> groups = new ArrayList<>();
        for (Hierarchy hierarchy : hierarchies) {
            ControlGroup group = new ControlGroup(own(hierarchy).resolve(child(instance)));
            group.remove();
            try {
                make(group, hierarchy, limits);
            } catch (IOException failure) {
                throw unlimited(instance, group, failure);
            }
            groups.add(group);
        }
        return groups;
    }

    /** Lifts the limit on the CPU of an instance that is about to start. */
    void liftCpu(Instance instance) {
        hierarchies.forEach(hierarchy -> set(instance, hierarchy, hierarchy.unlimitedCpu()));
    }

    /** Limits the CPU of an instance again. Idempotent; nothing where it has no group any more. */
    void limitCpu(Instance instance, Limits limits) {
        hierarchies.forEach(hierarchy -> set(instance, hierarchy, hierarchy.cpu(limits)));
    }

    private void set(Instance instance, Hierarchy hierarchy, Map<String, String> settings) {
        ControlGroup group = new ControlGroup(own(hierarchy).resolve(child(instance)));
        try {
            if (Files.isDirectory(group.path())) {
                group.create(settings);
            }
        } catch (IOException failure) {
            throw unlimited(instance, group, failure);
        }
    }

    private static PluginException unlimited(
            Instance instance, ControlGroup group, IOException failure) {
        return new PluginException(
                UNAVAILABLE,
                "cannot limit '%s' in %s: %s"
                        .formatted(instance.owner(), group.path(), failure.getMessage()),
                failure);
    }

    /** Ends and removes the groups of instances that do not run any more. */
    void clear(Path directory) {
        children().stream().filter(group -> !alive(directory, group)).forEach(ControlGroup::end);
    }

    /** Returns the groups of instances. */
    List<ControlGroup> children() {
        return hierarchies.stream().flatMap(hierarchy -> children(hierarchy).stream()).toList();
    }

    private void make(ControlGroup group, Hierarchy hierarchy, Limits limits) throws IOException {
        try {
            prepare(hierarchy);
            group.create(hierarchy.settings(limits, processes));
        } catch (NoSuchFileException removed) {
            // the end of what was the last instance took Berth's group away meanwhile
            prepare(hierarchy);
            group.create(hierarchy.settings(limits, processes));
        }
    }

    /** Makes Berth's own group in a hierarchy, and hands its controllers down to it. */
    private void prepare(Hierarchy hierarchy) throws IOException {
        ControlGroup own = new ControlGroup(own(hierarchy));
        own.create(Map.of());
        if (hierarchy.second()) {
            handDown(new ControlGroup(hierarchy.root()), hierarchy);
            handDown(own, hierarchy);
        }
    }

    private static void handDown(ControlGroup group, Hierarchy hierarchy) throws IOException {
        List<String> words =
                List.of(group.read("cgroup.subtree_control").orElse("").split("\\s+", -1));
        for (Controller controller : hierarchy.controllers()) {
            if (!words.contains(controller.word())) {
                group.write("cgroup.subtree_control", "+" + controller.word());
            }
        }
    }

    private List<ControlGroup> children(Hierarchy hierarchy) {
        return Trees.names(own(hierarchy)).stream()
                .filter(child -> CHILD.matcher(child).matches())
                .map(child -> new ControlGroup(own(hierarchy).resolve(child)))
                .toList();
    }

    private static boolean alive(Path directory, ControlGroup group) {
        Matcher child = CHILD.matcher(group.path().getFileName().toString());
        return child.matches()
                && ReleaseDirectory.of(directory, ReleaseId.parse(child.group(1)))
                        .instance(Integer.parseInt(child.group(2)))
                        .session()
                        .filter(session -> session.leader().alive())
                        .isPresent();
    }

    private Path own(Hierarchy hierarchy) {
        return hierarchy.root().resolve(name);
    }

    private static String child(Instance instance) {
        return instance.release() + "." + instance.number();
    }

    private static String words(Set<Controller> controllers) {
        return controllers.stream().map(Controller::word).collect(joining(", "));
    }
}
