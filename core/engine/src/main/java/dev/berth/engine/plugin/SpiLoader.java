package dev.berth.engine.plugin;

/** Shows the platform and the host's SPI, and nothing else of the host. */
final class SpiLoader extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final ClassLoader host;
    private final String prefix;

    SpiLoader(ClassLoader host, String spi) {
        super("berth-spi", getPlatformClassLoader());
        this.host = host;
        this.prefix = spi + ".";
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return name.startsWith(prefix) ? host.loadClass(name) : super.loadClass(name, resolve);
    }
}
