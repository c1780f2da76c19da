package dev.berth.engine.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Set;

/**
 * Loads a plugin's libraries that are no modules, as a class path does. Such a library may need one
 * that is a module: its packages come from the modules' loader. No two threads can wait for each
 * other in it, because a package is at home in one of the two loaders, and only the other asks.
 */
final class LibraryLoader extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    private record Modules(ClassLoader loader, Set<String> packages) {}

    private volatile Modules modules = new Modules(getPlatformClassLoader(), Set.of());

    LibraryLoader(String plugin, URL[] jars, ClassLoader parent) {
        super(plugin + "-libraries", jars, parent);
    }

    /** Takes {@code packages} from {@code loader} from now on. */
    void attach(ClassLoader loader, Set<String> packages) {
        modules = new Modules(loader, Set.copyOf(packages));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        Modules current = modules;
        return current.packages().contains(packageOf(name))
                ? current.loader().loadClass(name)
                : super.loadClass(name, resolve);
    }

    @Override
    public void close() {
        try {
            super.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot close '" + getName() + "'", failed);
        }
    }

    private static String packageOf(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }
}
