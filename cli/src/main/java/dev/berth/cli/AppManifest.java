package dev.berth.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What {@code deploy} must know of {@code app-manifest.json}. It is read leniently: Berth itself
 * checks it, and says what is wrong with it.
 */
record AppManifest(Path file, String text, List<Component> components) {

    static final String FILE = "app-manifest.json";

    private static final String EXAMPLE =
            """
            {
              "appName": "Hello",
              "components": [
                {"name": "hello", "type": "backend", "port": 8080, "command": ["java", "Hello.java"]}
              ]
            }""";

    AppManifest {
        components = List.copyOf(components);
    }

    record Component(String name, Optional<Integer> port) {}

    static AppManifest in(Path directory) {
        Path file = directory.resolve(FILE);
        if (!Files.isDirectory(directory)) {
            throw new Failure(
                    ExitStatus.INVALID,
                    "cannot deploy '%s': it is not a directory".formatted(directory));
        }
        if (!Files.exists(file)) {
            throw new Failure(
                    ExitStatus.INVALID,
                    "there is no '%s', which says how the program is started; for example\n%s"
                            .formatted(file, EXAMPLE));
        }
        try {
            String text = Files.readString(file);
            return new AppManifest(
                    file,
                    text,
                    JsonText.read(text).get("components").items().stream()
                            .map(AppManifest::component)
                            .toList());
        } catch (IOException e) {
            throw new Failure(
                    ExitStatus.INVALID, "cannot read '%s': %s".formatted(file, Reason.of(e)), e);
        }
    }

    /** Returns the component that is meant where none is named. */
    Component only() {
        if (components.isEmpty()) {
            throw unclear("has no components; for example\n" + EXAMPLE);
        }
        if (components.size() > 1) {
            throw unclear(
                    "has several components, and one at a time is deployed: choose by --component"
                            + " one of "
                            + names());
        }
        if (components.getFirst().name().isEmpty()) {
            throw unclear("does not name its component; for example\n" + EXAMPLE);
        }
        return components.getFirst();
    }

    Component named(String name) {
        return components.stream()
                .filter(component -> component.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> unclear("has no component '%s'; it has %s".formatted(name, names())));
    }

    private String names() {
        return components.stream().map(Component::name).collect(Collectors.joining(", "));
    }

    private Failure unclear(String problem) {
        return new Failure(ExitStatus.INVALID, "'%s' %s".formatted(file, problem));
    }

    private static Component component(Json component) {
        long port = component.get("port").number();
        return new Component(
                component.get("name").text(),
                port > 0 && port < 65_536 ? Optional.of((int) port) : Optional.empty());
    }
}
