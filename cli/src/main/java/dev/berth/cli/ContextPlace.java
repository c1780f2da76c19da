package dev.berth.cli;

import java.nio.file.Path;
import java.util.Optional;

/** A Berth that its user has given a name. */
record ContextPlace(ContextFile contexts, String name) implements Place {

    @Override
    public Path file() {
        return contexts.path();
    }

    @Override
    public Optional<Kept> find() {
        return contexts.find(name);
    }

    @Override
    public void write(Kept kept) {
        contexts.put(name, kept);
    }

    @Override
    public Failure noAddress() {
        return new Failure(
                ExitStatus.NOT_FOUND,
                "there is no context '%s'; there are %s\nmake it with 'berth login --context %s --url URL'"
                        .formatted(name, contexts.listed(), name));
    }
}
