package dev.berth.plugin.process;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.function.Predicate.not;

import dev.berth.plugin.process.Hierarchy.Controller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the hierarchies of control groups of this machine: of version 2, else of version 1. */
record HierarchySearch(Path mounts, Optional<Path> root) {

    private static final Path MOUNTS = Path.of("/proc/self/mounts");

    /** A line of the table of mounts. */
    private record Mount(Path place, String type, List<String> options) {

        static Mount of(String line) {
            String[] fields = line.split(" ", 5);
            return new Mount(
                    Path.of(fields[1].replace("\\040", " ")),
                    fields[2],
                    List.of(fields[3].split(",", -1)));
        }
    }

    static HierarchySearch here(Optional<Path> root) {
        return new HierarchySearch(MOUNTS, root);
    }

    List<Hierarchy> find() {
        List<Mount> all = read();
        return second(all).map(List::of).orElseGet(() -> first(all));
    }

    private Optional<Hierarchy> second(List<Mount> all) {
        return all.stream()
                .filter(mount -> mount.type().equals("cgroup2"))
                .map(mount -> root.filter(HierarchySearch::isSecond).orElse(mount.place()))
                .map(group -> new Hierarchy(true, controllers(group), group))
                .filter(hierarchy -> hierarchy.controllers().contains(Controller.MEMORY))
                .findFirst();
    }

    /** Each controller where it is mounted; the operator's root is a path in each of them. */
    private List<Hierarchy> first(List<Mount> all) {
        List<Hierarchy> found = new ArrayList<>();
        for (Mount mount : all) {
            Set<Controller> controllers = named(mount.options());
            if (mount.type().equals("cgroup") && !controllers.isEmpty()) {
                Path group =
                        root.filter(not(HierarchySearch::isSecond))
                                .map(path -> mount.place().resolve(Path.of("/").relativize(path)))
                                .orElse(mount.place());
                found.add(new Hierarchy(false, controllers, group));
            }
        }
        return found;
    }

    private static boolean isSecond(Path group) {
        return Files.exists(group.resolve("cgroup.controllers"));
    }

    private static Set<Controller> controllers(Path group) {
        return new StateFile(group.resolve("cgroup.controllers"))
                .read()
                .map(text -> named(List.of(text.split("\\s+", -1))))
                .orElse(Set.of());
    }

    private static Set<Controller> named(List<String> words) {
        Set<Controller> controllers = EnumSet.allOf(Controller.class);
        controllers.removeIf(controller -> !words.contains(controller.word()));
        return controllers;
    }

    private List<Mount> read() {
        try {
            return Files.readAllLines(mounts, UTF_8).stream().map(Mount::of).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + mounts, failure);
        }
    }
}
