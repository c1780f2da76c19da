package dev.berth.engine.plugin;

import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds just the modules that it was given. */
record FixedModules(Map<String, ModuleReference> modules) implements ModuleFinder {

    FixedModules {
        modules = Map.copyOf(modules);
    }

    @Override
    public Optional<ModuleReference> find(String name) {
        return Optional.ofNullable(modules.get(name));
    }

    @Override
    public Set<ModuleReference> findAll() {
        return Set.copyOf(modules.values());
    }

    /** Returns a module that is only a name: its classes come from elsewhere, or there are none. */
    static ModuleReference nameOnly(ModuleDescriptor descriptor) {
        return new ModuleReference(descriptor, URI.create("berth:" + descriptor.name())) {
            @Override
            public ModuleReader open() {
                return new NoContent();
            }
        };
    }

    private record NoContent() implements ModuleReader {

        @Override
        public Optional<URI> find(String name) {
            return Optional.empty();
        }

        @Override
        public Stream<String> list() {
            return Stream.empty();
        }

        @Override
        public void close() {}
    }
}
